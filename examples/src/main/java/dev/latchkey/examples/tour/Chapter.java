package dev.latchkey.examples.tour;

/** What a user does with one vendor. */
public interface Chapter {

    /** The vendor's name. */
    String title();

    /**
     * Does it and tells it.
     *
     * @param story takes the steps
     * @throws Exception whatever goes wrong between the steps
     */
    void tell(Story story) throws Exception;
}
