package dev.latchkey.examples;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What the code of a page of documentation uses, and what the page says of where it comes from: an import, or a word in
 * backquotes. Reads names and no grammar.
 *
 * @param imports the classes, each with its package
 * @param missing names of which the page says nothing
 */
record PageNames(List<String> imports, Set<String> missing) {
    private static final Pattern BLOCK = Pattern.compile("```(java|kotlin)\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern IMPORT = Pattern.compile("^import (?:static )?([\\w.]+);?$", Pattern.MULTILINE);
    private static final Pattern NO_CODE =
            Pattern.compile("\"(\\\\.|[^\"\\\\])*\"|//[^\\n]*|/\\*.*?\\*/", Pattern.DOTALL);
    private static final Pattern TYPE = Pattern.compile("(?<![\\w.])[A-Z]\\w*");
    private static final Pattern VARIABLE = Pattern.compile("(?<![\\w.:@])[a-z]\\w*(?![\\w(])");
    private static final Pattern DECLARED = Pattern.compile(
            "[\\w>\\]]\\s+(\\w+)\\s*(?:[=:),;]|\\{)|\\b(\\w+)\\s*->|\\b(?:fun|val|object) (?:\\w+\\.)?(\\w+)");
    private static final Pattern INLINE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern BARE_CONSTANT =
            Pattern.compile("\\([^)]*?(?<![\\w.\"])([A-Z]{2}[A-Z_]+)\\b(?!\")[^)]*\\)");

    /** Of the language, or known without an import. */
    private static final Set<String> KNOWN = Set.of(
            ("try return new for if else catch final public private static synchronized throws void var int long boolean true"
                            + " false null this throw while super switch case default instanceof"
                            + " Boolean Double Exception Integer Long Object Override Runnable String System Thread Void")
                    .split(" "));

    static PageNames of(String page) {
        Set<String> used = new TreeSet<>();
        Set<String> said = new HashSet<>(KNOWN);
        List<String> imports = new ArrayList<>();
        BLOCK.matcher(page).results().forEach(block -> {
            String code = NO_CODE.matcher(block.group(2)).replaceAll("\"\"");
            imports.addAll(importsOf(code));
            String rest = IMPORT.matcher(code).replaceAll("");
            TYPE.matcher(rest).results().map(MatchResult::group).forEach(used::add);
            if (block.group(1).equals("java")) {
                VARIABLE.matcher(rest).results().map(MatchResult::group).forEach(used::add);
            }
            DECLARED.matcher(rest).results().forEach(found -> {
                for (int group = 1; group <= found.groupCount(); group++) {
                    said.add(String.valueOf(found.group(group)));
                }
            });
        });
        imports.forEach(each -> said.add(each.substring(each.lastIndexOf('.') + 1)));
        String prose = BLOCK.matcher(page).replaceAll("");
        INLINE.matcher(prose).results().forEach(found -> {
            said.add(found.group(1));
            BARE_CONSTANT.matcher(found.group(1)).results().forEach(constant -> used.add(constant.group(1)));
        });
        used.removeAll(said);
        return new PageNames(imports, used);
    }

    static List<String> importsOf(String code) {
        return IMPORT.matcher(code).results().map(found -> found.group(1)).toList();
    }
}
