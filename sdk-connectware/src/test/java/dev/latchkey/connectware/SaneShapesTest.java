package dev.latchkey.connectware;

/** The server answers as one would expect it to. */
class SaneShapesTest extends DirectoryStory {
    SaneShapesTest() {
        super(true);
    }
}
