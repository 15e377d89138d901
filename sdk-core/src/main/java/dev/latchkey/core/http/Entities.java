package dev.latchkey.core.http;

import java.util.HashMap;
import java.util.Map;

/** Characters that HTML has names for: those of ASCII, which HTML 5 names all, and the letters and signs of HTML 4. */
final class Entities {
    private static final int FIRST_OF_LATIN = 0xa0;
    private static final int FIRST_GREEK_CAPITAL = 0x391;
    private static final int FIRST_GREEK_SMALL = 0x3b1;

    private static final String ASCII =
            "amp & AMP & lt < LT < gt > GT > quot \" QUOT \" apos ' Tab \t NewLine \n excl !"
                    + " num # dollar $ percnt % lpar ( rpar ) ast * midast * plus + comma , period . sol / colon : semi ;"
                    + " equals = quest ? commat @ lsqb [ lbrack [ bsol \\ rsqb ] rbrack ] Hat ^ lowbar _ UnderBar _ grave `"
                    + " lcub { lbrace { verbar | vert | VerticalLine | rcub } rbrace }";

    private static final String SIGNS = "euro \u20ac OElig \u0152 oelig \u0153 Scaron \u0160 scaron \u0161 Yuml \u0178"
            + " fnof \u0192 circ \u02c6 tilde \u02dc ensp \u2002 emsp \u2003 thinsp \u2009 ndash \u2013 mdash \u2014"
            + " lsquo \u2018 rsquo \u2019 sbquo \u201a ldquo \u201c rdquo \u201d bdquo \u201e dagger \u2020"
            + " Dagger \u2021 bull \u2022 hellip \u2026 permil \u2030 prime \u2032 Prime \u2033 lsaquo \u2039"
            + " rsaquo \u203a oline \u203e frasl \u2044 trade \u2122";

    private static final String LATIN =
            "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr"
                    + " deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest"
                    + " Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml"
                    + " ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig"
                    + " agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml"
                    + " eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";

    private static final String GREEK_CAPITALS =
            "Alpha Beta Gamma Delta Epsilon Zeta Eta Theta Iota Kappa Lambda Mu Nu Xi"
                    + " Omicron Pi Rho - Sigma Tau Upsilon Phi Chi Psi Omega";

    private static final String GREEK_SMALLS =
            "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi"
                    + " omicron pi rho sigmaf sigma tau upsilon phi chi psi omega";

    private static final Map<String, Integer> CHARACTERS = characters();

    private Entities() {}

    /** -1 if it is no name of these. */
    static int character(String name) {
        return CHARACTERS.getOrDefault(name, -1);
    }

    private static Map<String, Integer> characters() {
        Map<String, Integer> characters = new HashMap<>();
        for (String pairs : new String[] {ASCII, SIGNS}) {
            String[] words = pairs.split(" ", -1);
            for (int i = 0; i + 1 < words.length; i += 2) {
                characters.put(words[i], (int) words[i + 1].charAt(0));
            }
        }
        number(LATIN, FIRST_OF_LATIN, characters);
        number(GREEK_CAPITALS, FIRST_GREEK_CAPITAL, characters);
        number(GREEK_SMALLS, FIRST_GREEK_SMALL, characters);
        return Map.copyOf(characters);
    }

    private static void number(String names, int first, Map<String, Integer> characters) {
        int point = first;
        for (String name : names.split(" ", -1)) {
            characters.put(name, point++);
        }
    }
}
