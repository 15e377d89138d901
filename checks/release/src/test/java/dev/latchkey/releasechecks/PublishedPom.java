package dev.latchkey.releasechecks;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** A POM as users' builds read it. */
final class PublishedPom {
    private final Document document;

    private PublishedPom(Document document) {
        this.document = document;
    }

    static PublishedPom read(Path file) {
        try {
            return new PublishedPom(
                    DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile()));
        } catch (Exception e) {
            throw new AssertionError("no POM: " + file, e);
        }
    }

    /** The texts of all elements at the path, as {@code /project/name}. */
    List<String> all(String path) {
        try {
            NodeList nodes =
                    (NodeList) XPathFactory.newInstance().newXPath().evaluate(path, document, XPathConstants.NODESET);
            List<String> texts = new ArrayList<>();
            for (int i = 0; i < nodes.getLength(); i++) {
                texts.add(nodes.item(i).getTextContent().trim());
            }
            return texts;
        } catch (XPathExpressionException e) {
            throw new AssertionError(e);
        }
    }

    /** The names of the elements right below the project. */
    List<String> sections() {
        List<String> names = new ArrayList<>();
        Node node = document.getDocumentElement().getFirstChild();
        while (node != null) {
            if (node.getNodeType() == Node.ELEMENT_NODE) {
                names.add(node.getNodeName());
            }
            node = node.getNextSibling();
        }
        return names;
    }

    /** What all users get with it, as {@code group:artifact:version:scope}. */
    List<String> dependencies() {
        return named(false);
    }

    /** What users have to have themselves, in the same form. */
    List<String> provided() {
        return named(true);
    }

    private List<String> named(boolean provided) {
        return coordinates("/project/dependencies/dependency", "groupId", "artifactId", "version", "scope").stream()
                .filter(dependency -> dependency.endsWith(":provided") == provided)
                .toList();
    }

    /** What a BOM manages, as {@code group:artifact:version}. */
    List<String> managed() {
        return coordinates("/project/dependencyManagement/dependencies/dependency", "groupId", "artifactId", "version");
    }

    private List<String> coordinates(String path, String... parts) {
        List<String> found = new ArrayList<>();
        for (int i = 1; i <= all(path).size(); i++) {
            List<String> values = new ArrayList<>();
            for (String part : parts) {
                values.add(String.join("", all(path + "[" + i + "]/" + part)));
            }
            found.add(String.join(":", values));
        }
        return found;
    }
}
