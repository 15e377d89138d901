package dev.latchkey.connectware;

/** The server answers as the vendor prints it: odd casing, booleans as text. */
class DocumentedShapesTest extends DirectoryStory {
    DocumentedShapesTest() {
        super(false);
    }
}
