package io.tongban.process.engine;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.xml.XMLConstants;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.InputSource;
import org.xml.sax.Locator;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/** Reads a file that nobody vouches for: no document type, nothing external, bounded in size, elements and depth. */
final class Xml {

    static final int MAX_BYTES = 5 * 1024 * 1024;
    static final int MAX_ELEMENTS = 5_000;
    static final int MAX_DEPTH = 40;

    /** The file can not be read, or is larger than a model needs to be. */
    static final class Unreadable extends Exception {

        private static final long serialVersionUID = 1L;

        final int line;
        final String rule;

        Unreadable(int line, String rule, String message) {
            super(message);
            this.line = line;
            this.rule = rule;
        }
    }

    /** One element; attributes in a namespace are named {@code {namespace}name}. */
    record Node(
            @Nullable Node parent,
            String namespace,
            String name,
            int line,
            Map<String, String> attributes,
            List<Node> children,
            StringBuilder content) {

        @Nullable
        String attribute(String attribute) {
            return attributes.get(attribute);
        }

        String attribute(String attribute, String otherwise) {
            return attributes.getOrDefault(attribute, otherwise);
        }

        String text() {
            return content.toString().strip();
        }

        boolean is(String otherNamespace, String otherName) {
            return namespace.equals(otherNamespace) && name.equals(otherName);
        }

        Stream<Node> all() {
            return Stream.concat(Stream.of(this), children.stream().flatMap(Node::all));
        }

        /** Id of this element or of the nearest one around it, else its kind. */
        String label() {
            for (Node at = this; at != null; at = at.parent) {
                var id = at.attribute("id");
                if (id != null) {
                    return id;
                }
            }
            return name;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return name + " " + label();
        }
    }

    private Xml() {}

    static Node read(byte[] bytes) throws Unreadable {
        if (bytes.length > MAX_BYTES) {
            throw new Unreadable(1, "too-large", "the file is larger than 5 MB");
        }
        var reader = new Reader();
        try {
            var factory = SAXParserFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setXIncludeAware(false);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            factory.setFeature("http://xml.org/sax/features/external-general-entities", false);
            factory.setFeature("http://xml.org/sax/features/external-parameter-entities", false);
            factory.setFeature("http://apache.org/xml/features/nonvalidating/load-external-dtd", false);
            var parser = factory.newSAXParser();
            parser.parse(new InputSource(new ByteArrayInputStream(bytes)), reader);
        } catch (Refused e) {
            throw new Unreadable(reader.line(), e.rule, String.valueOf(e.getMessage()));
        } catch (SAXException | IOException e) {
            throw new Unreadable(reader.line(), "xml", "the file is not well-formed XML: " + e.getMessage());
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
        if (reader.root == null) {
            throw new Unreadable(1, "xml", "the file is empty");
        }
        return reader.root;
    }

    private static final class Refused extends SAXException {

        private static final long serialVersionUID = 1L;

        private final String rule;

        Refused(String rule, String message) {
            super(message);
            this.rule = rule;
        }
    }

    private static final class Reader extends DefaultHandler {

        private final Deque<Node> open = new ArrayDeque<>();
        private @Nullable Node root;
        private @Nullable Locator locator;
        private int elements;

        int line() {
            return locator == null ? 1 : Math.max(1, locator.getLineNumber());
        }

        @Override
        public void setDocumentLocator(Locator here) {
            locator = here;
        }

        @Override
        public InputSource resolveEntity(@Nullable String publicId, @Nullable String systemId) throws SAXException {
            throw new Refused("xml", "the file refers to something outside of it");
        }

        @Override
        public void startElement(String uri, String localName, String qName, Attributes given) throws SAXException {
            if (++elements > MAX_ELEMENTS) {
                throw new Refused("too-large", "the file has more than 5000 elements");
            }
            if (open.size() >= MAX_DEPTH) {
                throw new Refused("too-deep", "elements are nested more than 40 deep");
            }
            var attributes = new LinkedHashMap<String, String>();
            for (int i = 0; i < given.getLength(); i++) {
                var namespace = given.getURI(i);
                attributes.put(
                        namespace.isEmpty() ? given.getLocalName(i) : "{" + namespace + "}" + given.getLocalName(i),
                        given.getValue(i));
            }
            var parent = open.peek();
            var node = new Node(parent, uri, localName, line(), attributes, new ArrayList<>(), new StringBuilder());
            if (parent == null) {
                root = node;
            } else {
                parent.children().add(node);
            }
            open.push(node);
        }

        @Override
        public void characters(char[] text, int start, int length) {
            var node = open.peek();
            if (node != null) {
                node.content().append(text, start, length);
            }
        }

        @Override
        public void endElement(String uri, String localName, String qName) {
            open.pop();
        }
    }
}
