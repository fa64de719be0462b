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
                   "  mizan check articles/ --format text --format sarif:mizan.sarif --format junit:mizan.xml\n"
                   "  cat corpus.jsonl | mizan check - --fail-on never\n",
       .options = {"store", "wait", "claims", "reference", "add", "format", "fail-on", "min-confidence", "baseline", "today", "lang", "published", "stdin-name",
                   "ui-lang", "facts", "jobs", "allow-empty", "skip-unreadable", "color", "progress", "quiet", "verbose", "help"},
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
       .options = {"store", "wait", "claims", "lang", "published", "stdin-name", "ui-lang", "facts", "jobs", "allow-empty", "skip-unreadable", "progress", "quiet",
                   "help"},
       .output_formats = {},
       .run = run_add},
      {.name = "remove",
       .arguments = "[options] --store FILE ID…",
       .summary = "take articles out of a store",
       .details = "Takes articles out of a store, with what they claim. Decisions about their findings stay, for the day the article comes back.",
       .examples = "  mizan remove --store archive.mizan 2015/05/talks.txt\n",
       .options = {"store", "wait", "ui-lang", "facts", "quiet", "help"},
       .output_formats = {},
       .run = run_remove},
      {.name = "report",
       .arguments = "[options] --store FILE",
       .summary = "report over a whole store",
       .details = "Reports what the articles of a store say about the same facts. Filters may be joined; a fact must pass all of them.",
       .examples = "  mizan report --store archive.mizan\n"
                   "  mizan report --store archive.mizan --kind count --status conflict --min-confidence 0.8\n"
                   "  mizan report --store archive.mizan --date 2024-11 --format html:november.html\n"
                   "  mizan report --store archive.mizan --text Helsinki --format json:helsinki.json\n",
       .options = {"store", "wait", "reference", "format", "kind", "status", "min-confidence", "document", "source", "date", "text", "fail-on", "baseline", "today",
                   "ui-lang", "facts", "allow-empty", "color", "progress", "quiet", "verbose", "help"},
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
       .options = {"store", "wait", "reference", "format", "stage", "lang", "published", "stdin-name", "ui-lang", "facts", "color", "progress", "help"},
       .output_formats = {"text", "json"},
       .run = run_show},
      {.name = "explain",
       .arguments = "[options] FINDING PATH… | CLAIM CLAIM PATH… | RULE",
       .summary = "why a finding is one, why two claims are none, or what a rule does",
       .details = "Tells each step from two quotes to the decision: what was read, what it is about, what speaks for one fact and against\n"
                  "it, what decided, what the articles do not say, and what people decided about it: whether a baseline holds it, an ignore of\n"
                  "mizan.toml or an editor. A FINDING is f1, f2 … of the report on the same articles, or the\n"
                  "id of a finding, a fact or a claim; ids are looked for in the articles named after them, or in the store. Two CLAIMs are\n"
                  "explained even where nothing was found. The id of a claim is article:kind:byte: where 'mizan show a.txt' lists\n"
                  "391-401 count …, it is a.txt:count:391. A RULE is a name or a row of a list, as 'mizan show' prints them.",
       .examples = "  mizan explain f1 articles/\n"
                   "  mizan explain f1 --store archive.mizan --ui-lang ar\n"
                   "  mizan explain a.txt:count:391 b.txt:count:12 a.txt b.txt\n"
                   "  mizan explain en/count.rules:unit\n"
                   "  mizan explain units.tsv:12\n"
                   "  mizan explain f1 new.txt --reference nuclear-treaties\n"
                   "  mizan explain f1 articles/ --baseline known.json\n",
       .options = {"store", "wait", "reference", "baseline", "today", "format", "lang", "published", "stdin-name", "ui-lang", "facts", "jobs", "color", "progress",
                   "help"},
       .output_formats = {"text", "json"},
       .run = run_explain},
      {.name = "baseline",
       .arguments = "[options] create|update|prune PATH… --output FILE",
       .summary = "accept the findings of today in a file, so that only new ones count",
       .details = "Puts what a check of the articles (or --store FILE, a whole store) finds into one JSON file, a line for each finding.\n"
                  "'mizan check --baseline FILE' shows these apart and does not fail because of them. update adds new findings and keeps\n"
                  "the reasons of the others; prune drops those that their articles no longer give. Without --output, the file is the one\n"
                  "that --baseline or mizan.toml names.",
       .examples = "  mizan baseline create articles/ --output known.json --reason \"before we used Mizan\"\n"
                   "  mizan check articles/ --baseline known.json\n"
                   "  mizan baseline update articles/ --output known.json --reason \"the agency corrects it\" --expires 2026-12-31\n"
                   "  mizan baseline prune articles/ --output known.json\n",
       .options = {"store", "reference", "output", "baseline", "reason", "expires", "today", "min-confidence", "lang", "published", "stdin-name", "ui-lang",
                   "facts", "jobs", "allow-empty", "skip-unreadable", "quiet", "help"},
       .output_formats = {},
       .words = {"create", "update", "prune"},
       .run = run_baseline},
      {.name = "diff",
       .arguments = "[options] OLD NEW",
       .summary = "claims that changed between two versions of one article",
       .details = "Tells which values differ between two versions, which claims are new and which are gone. A claim is followed by what it is\n"
                  "about and by the words around it, so that a paragraph may move. Exit status: 0 nothing changed, 1 something did.",
       .examples = "  mizan diff monday.txt tuesday.txt\n"
                   "  git show HEAD:a.txt | mizan diff - a.txt --stdin-name a.txt\n"
                   "  mizan diff monday.txt tuesday.txt --format json:changes.json\n",
       .options = {"format", "lang", "published", "stdin-name", "ui-lang", "facts", "color", "quiet", "help"},
       .output_formats = {"text", "json"},
       .run = run_diff},
      {.name = "config",
       .arguments = "[options] show|check [PATH]",
       .summary = "the configuration that holds here, and whether it is well",
       .details = "show writes every setting with where it comes from: a variable MIZAN_* of the environment, mizan.toml, or the default.\n"
                  "check says whether mizan.toml is well. With a PATH, of the mizan.toml that holds for a check of it.\n"
                  "\n"
                  "mizan.toml is looked for beside the first path of a command and in all folders above, else from the working folder on.\n"
                  "Its keys are options without their dashes (fail-on = \"update\"); its relative paths are meant from its own folder. What\n"
                  "the command line says wins over MIZAN_FAIL_ON and the like, and that over the file.\n"
                  "\n"
                  "Rows [[ignore]] hide findings. Each has a reason and at least one of id, check, document and kind, of which all must\n"
                  "fit; check is the name of a check, or conflict or update; in check, document and kind * stands for any letters and ? for one.\n"
                  "With expires = 2026-12-31 a row holds up to that day. Rows that fit nothing or have expired are told on standard error.",
       .examples = "  mizan config show\n"
                   "  mizan config show articles/monday.txt\n"
                   "  mizan config check --config ci/mizan.toml\n",
       .options = {"config", "no-config", "help"},
       .output_formats = {},
       .words = {"show", "check"},
       .run = run_config},
      {.name = "review",
       .arguments = "[options] --store FILE list | accept|dismiss|note ID… [PATH…] | same|different CLAIM CLAIM [PATH…] | withdraw ID… | import FILE | export",
       .summary = "what editors decide about findings; kept in the store",
       .details = "An ID is f1, f2 … of the report over the store, or the id of a finding; where articles are named after it, of 'mizan check PATH… --store FILE'.\n"
                  "Decisions bind later runs: what was dismissed is told as such and counts no more; what was accepted stays and is marked; two claims are one\n"
                  "fact (same) or two (different) whatever else speaks for it. They hold on when other parts of the article change. 'list' tells them, with the\n"
                  "articles that an accepted finding touches; 'withdraw' takes one back; of two about one thing 'import' keeps the later.",
       .examples = "  mizan review dismiss f1 --store archive.mizan --reason \"two different counts\"\n"
                   "  mizan review accept f2 new.txt --store archive.mizan --right new.txt:count:391\n"
                   "  mizan review accept f2 --store archive.mizan --right a.txt:count:391 --as-reference our-facts.tsv \\\n"
                   "      --subject \"whaling treaty\" --sentence \"[[190 states]] attended the conference of the whaling treaty.\"\n"
                   "  mizan review same a.txt:count:391 b.txt:count:12 --store archive.mizan --by Salma\n"
                   "  mizan review list --store archive.mizan\n"
                   "  mizan review export --store archive.mizan > decisions.json\n",
       .options = {"store", "wait", "by", "on", "reason", "right", "as-reference", "subject", "sentence", "reference", "format", "lang", "published", "stdin-name", "ui-lang",
                   "facts", "jobs", "quiet", "help"},
       .output_formats = {"text", "json"},
       .words = {"list", "accept", "dismiss", "same", "different", "note", "withdraw", "import", "export"},
       .run = run_review},
      {.name = "db",
       .arguments = "[options] --store FILE info | verify | backup FILE | migrate | refresh | merge STORE",
       .summary = "the store itself: verify, back up, bring up to date, merge",
       .details = "info     how much is in it, and whether it was read with today's word lists\n"
                  "verify   is every part of the file as it should be? Exit status 4 where it is not\n"
                  "backup   a copy of the store as it is now, also while others write to it\n"
                  "migrate  brings a store of an older Mizan up to date\n"
                  "refresh  reads articles again that were read with other word lists or rules\n"
                  "merge    puts the articles and decisions of another store in; of one id the other's stands, of two decisions the later",
       .examples = "  mizan db info --store archive.mizan\n"
                   "  mizan db backup archive-monday.mizan --store archive.mizan\n"
                   "  mizan db refresh --store archive.mizan --jobs 4\n"
                   "  mizan db merge branch-office.mizan --store archive.mizan\n",
       .options = {"store", "wait", "format", "ui-lang", "facts", "jobs", "quiet", "help"},
       .output_formats = {"text", "json"},
       .words = {"info", "verify", "backup", "migrate", "refresh", "merge"},
       .run = run_db},
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
