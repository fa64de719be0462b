#include "cli/options.hpp"
#include "cli/run.hpp"
#include "report/formats.hpp"

namespace mizan::cli {

const std::vector<Command>& commands() {
  static const std::vector<Command> table{
      {.name = "check",
       .arguments = "[options] PATH… | -",
       .summary = "compare articles with each other, or with those of a store, and report",
       .details = "Reads articles, finds what they say about the same facts, and reports where they differ.\n"
                  "A PATH is a text file, a JSON Lines file or a folder; - is standard input.",
       .examples = "  mizan check articles/\n"
                   "  mizan check monday.txt tuesday.txt --format text --format json:report.json\n"
                   "  mizan check articles/ --format markdown:summary.md --format html:report.html\n"
                   "  mizan check new.txt --store archive.mizan --add\n"
                   "  mizan check new.txt --reference nuclear-treaties --reference our-facts.tsv\n"
                   "  cat corpus.jsonl | mizan check - --fail-on never\n",
       .options = {"store", "claims", "reference", "add", "format", "fail-on", "min-confidence", "lang", "published", "stdin-name", "ui-lang", "facts", "jobs",
                   "allow-empty", "skip-unreadable", "color", "progress", "quiet", "verbose", "help"},
       .output_formats = report_format_names(),
       .run = run_check},
      {.name = "extract",
       .arguments = "[options] PATH… | -",
       .summary = "write the claims of each article as one line of JSON",
       .details = "Reads articles one by one and writes their claims, a line for each article; nothing is compared or kept.",
       .examples = "  mizan extract articles/ > claims.ndjson\n"
                   "  mizan extract - --jobs 4 < corpus.jsonl\n",
       .options = {"format", "lang", "published", "stdin-name", "ui-lang", "facts", "jobs", "allow-empty", "skip-unreadable", "progress", "quiet",
                   "help"},
       .output_formats = {"ndjson"},
       .run = run_extract},
      {.name = "add",
       .arguments = "[options] --store FILE PATH… | -",
       .summary = "put articles into a store",
       .details = "Puts articles into a store, which is made where there is none. An article of the same id is replaced; one that\n"
                  "has not changed is left alone.",
       .examples = "  mizan add --store archive.mizan articles/\n"
                   "  mizan add --store archive.mizan - < corpus.jsonl\n",
       .options = {"store", "claims", "lang", "published", "stdin-name", "ui-lang", "facts", "jobs", "allow-empty", "skip-unreadable", "progress", "quiet",
                   "help"},
       .output_formats = {},
       .run = run_add},
      {.name = "report",
       .arguments = "[options] --store FILE",
       .summary = "report over a whole store",
       .details = "Reports what the articles of a store say about the same facts. Filters may be joined; a fact must pass all of them.",
       .examples = "  mizan report --store archive.mizan\n"
                   "  mizan report --store archive.mizan --kind count --status conflict --min-confidence 0.8\n"
                   "  mizan report --store archive.mizan --date 2024-11 --format html:november.html\n"
                   "  mizan report --store archive.mizan --text Helsinki --format json:helsinki.json\n",
       .options = {"store", "reference", "format", "kind", "status", "min-confidence", "document", "source", "date", "text", "fail-on", "ui-lang", "facts",
                   "color", "progress", "quiet", "verbose", "help"},
       .output_formats = report_format_names(),
       .run = run_report},
      {.name = "show",
       .arguments = "[options] FILE… | ID --store FILE | ID PATH…",
       .summary = "what was read, and how: an article, a claim or a fact",
       .details = "Shows what was read in an article, step by step; or one claim with the words that gave each part of its topic; or one fact.\n"
                  "The id is looked for in the store, or in the articles named after it.",
       .examples = "  mizan show article.txt\n"
                   "  mizan show --stage tokens article.txt\n"
                   "  mizan show a.txt:count:391 a.txt\n"
                   "  mizan show a.txt:count:391 a.txt --format json\n"
                   "  mizan show f1 --store archive.mizan\n",
       .options = {"store", "reference", "format", "stage", "lang", "published", "stdin-name", "ui-lang", "facts", "color", "progress",
                   "help"},
       .output_formats = {"text", "json"},
       .run = run_show},
      {.name = "explain",
       .arguments = "[options] FINDING PATH… | CLAIM CLAIM PATH… | RULE",
       .summary = "why a finding is one, why two claims are none, or what a rule does",
       .details = "Tells each step from two quotes to the decision: what was read, what it is about, what speaks for one fact and against\n"
                  "it, what decided, and what the articles do not say. A FINDING is f1, f2 … of the report on the same articles, or the\n"
                  "id of a finding, a fact or a claim; ids are looked for in the articles named after them, or in the store. Two CLAIMs are\n"
                  "explained even where nothing was found. The id of a claim is article:kind:byte: where 'mizan show a.txt' lists\n"
                  "391-401 count …, it is a.txt:count:391. A RULE is a name or a row of a list, as 'mizan show' prints them.",
       .examples = "  mizan explain f1 articles/\n"
                   "  mizan explain f1 --store archive.mizan --ui-lang ar\n"
                   "  mizan explain a.txt:count:391 b.txt:count:12 a.txt b.txt\n"
                   "  mizan explain en/count.rules:unit\n"
                   "  mizan explain units.tsv:12\n"
                   "  mizan explain f1 new.txt --reference nuclear-treaties\n",
       .options = {"store", "reference", "format", "lang", "published", "stdin-name", "ui-lang", "facts", "jobs", "color", "progress", "help"},
       .output_formats = {"text", "json"},
       .run = run_explain},
      {.name = "rules",
       .arguments = "[options] list",
       .summary = "the rules of all languages, with an example of each",
       .details = "Lists the rules by file; 'mizan explain RULE' tells what one does.",
       .examples = "  mizan rules list\n  mizan rules list --format json\n",
       .options = {"format", "facts", "ui-lang", "help"},
       .output_formats = {"text", "json"},
       .words = {"list"},
       .run = run_rules},
      {.name = "languages",
       .arguments = "[options]",
       .summary = "the languages that Mizan reads",
       .details = "Lists the language packs: tag, name, script, number of entries.",
       .examples = "  mizan languages\n  mizan languages --facts my-facts/\n",
       .options = {"facts", "ui-lang", "help"},
       .output_formats = {},
       .run = run_languages},
      {.name = "completions",
       .arguments = "[options] bash | zsh | fish",
       .summary = "what a shell needs to complete the commands and options of Mizan",
       .details = "Writes the completions for one shell: commands, options, and the words that an option takes.",
       .examples = "  mizan completions bash > ~/.local/share/bash-completion/completions/mizan\n"
                   "  mizan completions zsh > ~/.zfunc/_mizan\n"
                   "  mizan completions fish > ~/.config/fish/completions/mizan.fish\n",
       .options = {"help"},
       .output_formats = {},
       .words = {"bash", "zsh", "fish"},
       .run = run_completions},
      {.name = "man",
       .arguments = "[options]",
       .summary = "the manual page",
       .details = "Writes the manual page of Mizan, mizan(1), for man to show.",
       .examples = "  mizan man > mizan.1 && man ./mizan.1\n",
       .options = {"help"},
       .output_formats = {},
       .run = run_man},
      {.name = "version",
       .arguments = "[options]",
       .summary = "the version of the program",
       .details = "Writes the version; with --verbose also the folder of the packs and what identifies them.",
       .examples = "  mizan version\n  mizan version --verbose\n",
       .options = {"facts", "ui-lang", "verbose", "help"},
       .output_formats = {},
       .run = run_version},
  };
  return table;
}

}  // namespace mizan::cli
