/** Templates of AWS CloudFormation and AWS SAM: their values, resources and text. */
@NullMarked
package dev.punctual.template.cloudformation;

import org.jspecify.annotations.NullMarked;
