#!/usr/bin/env python3
"""Names of states that CLDR knows and countries.tsv does not.

Source: the territory names of CLDR (Unicode licence, Unicode-3.0), npm package cldr-localenames-full.
    npm install cldr-localenames-full
    facts/world/generate_countries.py node_modules/cldr-localenames-full/main          prints the rows that are missing
    facts/world/generate_countries.py node_modules/cldr-localenames-full/main --write  merges them
Rows that are there stay as they are: most of them (old, short and press forms, seats, demonyms, traps) are written by hand.
A new name is merged as `name`; whether it is safe wherever it stands is for an editor to say.
"""
import argparse
import json
import pathlib
import re
import unicodedata

FACTS = pathlib.Path(__file__).resolve().parent.parent
LETTERS = str.maketrans("أإآٱىةؤئ‘’ʼ", "ااااي" + "هوي'''")


def fold(form):
    """As text/fold.cpp folds, as far as names need it."""
    form = unicodedata.normalize("NFKD", form.translate(LETTERS))
    return "".join(c for c in form if not unicodedata.combining(c) and c != "ـ" and unicodedata.category(c) != "Cf").translate(LETTERS).lower()


def read(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    return [l for l in lines if l.startswith("#")], [l.split("\t") for l in lines if l and not l.startswith("#")]


def write(path, head, rows):
    body = sorted(("\t".join(r) for r in rows), key=lambda line: line.encode())
    path.write_text("\n".join(head + body) + "\n", encoding="utf-8")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("cldr", type=pathlib.Path, help="the folder 'main' of cldr-localenames-full")
    options.add_argument("--write", action="store_true")
    options = options.parse_args()
    codes = {row[0] for row in read(FACTS / "world" / "countries.tsv")[1]}
    for tag in sorted(p.parent.name for p in FACTS.glob("*/countries.tsv") if p.parent.name != "world"):
        names = json.loads((options.cldr / tag / "territories.json").read_text(encoding="utf-8"))["main"][tag]["localeDisplayNames"]["territories"]
        path = FACTS / tag / "countries.tsv"
        head, rows = read(path)
        known = {fold(row[0]) for row in rows}
        missing = []
        for key, name in sorted(names.items()):
            code = re.sub("-alt.*", "", key)
            if code in codes and fold(name) not in known:
                known.add(fold(name))
                missing.append([name.replace("’", "'"), code, "name"])
        for row in missing:
            print(tag, *row, sep="\t")
        if options.write and missing:
            write(path, head, rows + missing)


if __name__ == "__main__":
    main()
