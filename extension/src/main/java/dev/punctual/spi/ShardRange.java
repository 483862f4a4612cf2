package dev.punctual.spi;

import java.math.BigInteger;

/**
 * An open shard, and the first of the hash keys that it takes; it takes those up to the next shard's.
 *
 * @param shardId its id
 * @param start from 0 up to, and without, 2<sup>128</sup>
 */
public record ShardRange(String shardId, BigInteger start) {
}
