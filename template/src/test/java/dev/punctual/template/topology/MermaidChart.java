package dev.punctual.template.topology;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a flowchart in Mermaid says, read line by line; refuses what is not in the small part of Mermaid that we write. */
final class MermaidChart {

    private static final String ID = "([a-z][A-Za-z0-9]*)";
    private static final Pattern NODE = Pattern.compile(ID + "(\\[\\[|\\(\\[|\\[\\(|\\[)\"([^\"`]*)\"(]]|]\\)|\\)]|])");
    private static final Pattern GROUP = Pattern.compile("subgraph " + ID + "\\[\"([^\"`]*)\"]");
    private static final Pattern EDGE = Pattern.compile(ID + " (-->|-\\.->|==>)(?:\\|\"([^\"`]*)\"\\|)? " + ID);
    private static final Map<String, String> CLOSED_BY = Map.of("[[", "]]", "([", "])", "[(", ")]", "[", "]");

    /** A line between nodes or groups, by their labels. */
    record Line(String from, String arrow, String label, String to) {
    }

    private final Map<String, String> labels = new LinkedHashMap<>();
    private final Map<String, List<String>> groups = new LinkedHashMap<>();
    private final List<Line> lines = new ArrayList<>();

    static MermaidChart read(String markdown) {
        String block = markdown.split("```mermaid\n", -1)[1].split("```", -1)[0];
        MermaidChart chart = new MermaidChart();
        List<String> text = block.lines().map(String::strip).toList();
        if (!text.get(0).equals("flowchart LR")) {
            throw new IllegalArgumentException("no flowchart: " + text.get(0));
        }
        chart.read(text.subList(1, text.size()));
        return chart;
    }

    private void read(List<String> text) {
        List<String> open = new ArrayList<>();
        for (String line : text) {
            Matcher group = GROUP.matcher(line);
            if (group.matches()) {
                declare(group.group(1), group.group(2));
                open.add(group.group(2));
                groups.put(group.group(2), new ArrayList<>());
            } else if (line.equals("end")) {
                open.remove(open.size() - 1);
            } else if (!node(line, open)) {
                edge(line);
            }
        }
        if (!open.isEmpty()) {
            throw new IllegalArgumentException("not ended: " + open);
        }
    }

    private boolean node(String line, List<String> open) {
        Matcher node = NODE.matcher(line);
        if (!node.matches()) {
            return false;
        }
        if (!Objects.equals(CLOSED_BY.get(node.group(2)), node.group(4))) {
            throw new IllegalArgumentException("the shape is not closed: " + line);
        }
        declare(node.group(1), node.group(3));
        open.forEach(group -> groups.get(group).add(node.group(3)));
        return true;
    }

    private void edge(String line) {
        Matcher edge = EDGE.matcher(line);
        if (!edge.matches()) {
            throw new IllegalArgumentException("neither node nor edge: " + line);
        }
        lines.add(new Line(label(edge.group(1)), edge.group(2), Objects.requireNonNullElse(edge.group(3), ""),
                label(edge.group(4))));
    }

    private void declare(String id, String label) {
        if (labels.put(id, label) != null) {
            throw new IllegalArgumentException(id + " is there twice");
        }
    }

    private String label(String id) {
        String label = labels.get(id);
        if (label == null) {
            throw new IllegalArgumentException("an edge names " + id + ", which is not there before");
        }
        return label;
    }

    List<String> nodes() {
        return List.copyOf(labels.values());
    }

    List<String> members(String group) {
        return groups.getOrDefault(group, List.of());
    }

    List<Line> lines() {
        return List.copyOf(lines);
    }
}
