"""The records as static JSON, with a schema for each file."""

import json
from collections.abc import Iterable

from pydantic import BaseModel

from generator.model.category import Category, Ended
from generator.model.category_route import CategoryRoute
from generator.model.code import Code, Family
from generator.model.guide import Guide
from generator.model.layout import address_of, category_uri
from generator.model.review import Reviewed
from generator.model.route import Requirement
from generator.outputs import shapes
from generator.outputs.addresses import Addresses
from generator.reviews.due import reviews

FOLDER = "api/v1"

NOTICE = (
    "Facts move. Each record says when it was reviewed and which canada.ca page settles it: show"
    " both wherever you show its facts."
)


def api(guide: Guide, addresses: Addresses) -> dict[str, str]:
    """Return each JSON file and each schema by its path below the site."""
    writer = _Writer(guide, addresses)
    documents: dict[str, shapes._Document] = {
        "categories": writer.categories(),
        "codes": writer.codes(),
        "comparison": writer.comparison(),
        "register": writer.register(),
    }
    documents["index"] = writer.index(documents)
    files = {f"{FOLDER}/{name}.json": _written(found) for name, found in documents.items()}
    for name, found in documents.items():
        files[f"{FOLDER}/{name}.schema.json"] = _schema(type(found))
    return files


class _Writer:
    """Makes the documents of one guide."""

    def __init__(self, guide: Guide, addresses: Addresses) -> None:
        self._guide = guide
        self._addresses = addresses
        self._as_of = guide.today.isoformat()

    def categories(self) -> shapes.Categories:
        found = self._guide.categories.items()
        return shapes.Categories(
            as_of=self._as_of,
            categories=tuple(self._category(slug, c) for slug, c in found),
            ended=tuple(self._ended(slug, e) for slug, e in self._guide.ended.items()),
        )

    def codes(self) -> shapes.Codes:
        entries = self._guide.codes.entries()
        return shapes.Codes(as_of=self._as_of, codes=tuple(self._code(entry) for entry in entries))

    def comparison(self) -> shapes.Comparison:
        comparison = self._guide.comparison
        return shapes.Comparison(
            as_of=self._as_of,
            title=comparison.title,
            programmes={programme.key: programme.title for programme in comparison.programmes},
            features=tuple(
                shapes.Feature(key=row.key, title=row.title, cells=row.cells)
                for row in comparison.features
            ),
            **self._checked(comparison, "/imp-vs-tfwp/"),
        )

    def register(self) -> shapes.Register:
        return shapes.Register(
            as_of=self._as_of,
            reviews=tuple(
                shapes.Reviewed(title=found.title, **self._checked(found.record, found.address))
                for found in reviews(self._guide)
            ),
        )

    def index(self, documents: dict[str, shapes._Document]) -> shapes.Index:
        return shapes.Index(
            as_of=self._as_of,
            title="The IMP Guide as data",
            notice=NOTICE,
            files=tuple(
                shapes.File(
                    address=self._addresses.of(f"/{FOLDER}/{name}.json"),
                    schema_address=self._addresses.of(f"/{FOLDER}/{name}.schema.json"),
                    about=(type(found).__doc__ or "").strip(),
                )
                for name, found in documents.items()
            ),
        )

    def _category(self, slug: str, category: Category) -> shapes.Category:
        uri = category_uri(slug)
        return shapes.Category(
            slug=slug,
            title=category.title,
            group=self._guide.groups[category.group].title,
            summary=category.summary,
            in_short=category.in_short,
            regulation=category.regulation,
            routes=tuple(map(self._route, self._guide.routes_by_page.get(uri, ()))),
            asked=_asked(category.asked),
            papers=category.papers,
            codes=category.codes,
            fits=category.fits,
            who=category.who,
            nationals=category.nationals,
            lmia_needed=False,
            permit_type=category.permit_type,
            permit_note=category.permit_note,
            apply=category.apply,
            employer_files_offer=category.employer.offer,
            employer_pays_fee=category.employer.fee,
            related=tuple(other for other, _record in self._guide.related(category)),
            changes=tuple(
                shapes.Note(date=note.date.iso, text=note.text) for note in category.changes
            ),
            **self._checked(category, address_of(uri)),
        )

    def _route(self, found: CategoryRoute) -> shapes.Route:
        category, route = found.category, found.route
        return shapes.Route(
            key=route.key,
            address=self._addresses.of(found.address),
            title=route.title,
            fits=route.fits,
            turns_on=route.turns_on,
            asked=_asked(route.asked),
            papers=route.papers,
            apply=route.apply or category.apply,
            first_permit=route.first_permit,
            longest_stay=route.longest_stay,
            permit_type=route.permit_type,
            offer=route.offer,
            codes=route.codes,
            ircc_codes=route.ircc_codes,
            regulation=route.regulation or category.regulation,
        )

    def _ended(self, slug: str, record: Ended) -> shapes.Ended:
        return shapes.Ended(
            slug=slug,
            title=record.title,
            ended_on=record.ended.on.iso,
            why=record.ended.why,
            instead=record.ended.instead,
            address=self._addresses.of(address_of(category_uri(slug))),
            review=shapes.Looked(**self._looked(record)),
            notice=_notice(record),
        )

    def _code(self, entry: Code | Family) -> shapes.Code:
        history = entry.history
        source = self._guide.sources[history.source] if history.source else None
        return shapes.Code(
            code=entry.label,
            subject=entry.subject,
            categories=tuple(self._guide.slugs_by_code.get(entry.label, ())),
            routes=_names(self._guide.routes_by_code.get(entry.label, ())),
            reviewed_routes=_names(self._guide.reviewed_routes_by_code.get(entry.label, ())),
            members=entry.members,
            regulation=entry.regulation,
            standing=history.standing,
            successors=tuple(
                shapes.Successor(code=next_.code, covers=next_.covers)
                for next_ in history.successors
            ),
            changed_on=history.changed_on.isoformat() if history.changed_on else None,
            certainty=history.certainty,
            source=shapes.Source(title=source.title, url=source.url) if source else None,
            **self._checked(self._codes_page(), f"/codes/#{entry.anchor}"),
        )

    def _codes_page(self) -> Reviewed:
        return next(page.record for page in self._guide.pages if page.subject == "codes")

    def _checked(self, record: Reviewed, address: str) -> dict[str, object]:
        return {
            "address": self._addresses.of(address),
            "review": shapes.Review(
                **self._looked(record),
                due=self._guide.due(record).isoformat(),
                status=self._guide.status(record).value,
            ),
            "notice": _notice(record),
        }

    def _looked(self, record: Reviewed) -> dict[str, str | None]:
        by = self._guide.reviewers[record.reviewed_by]
        found = record.open_problem
        return {
            "reviewed_on": record.reviewed_on.iso,
            "reviewed_by": by.name,
            "title": by.title,
            "licence": by.licence,
            "problem": found.note if found else None,
        }


def _names(routes: Iterable[CategoryRoute]) -> tuple[str, ...]:
    return tuple(route.name for route in routes)


def _asked(asked: tuple[Requirement, ...]) -> tuple[shapes.Requirement, ...]:
    return tuple(shapes.Requirement(what=item.what, meaning=item.meaning) for item in asked)


def _notice(record: Reviewed) -> shapes.Notice:
    return shapes.Notice(text=record.verify.notice, url=record.verify.url)


def _written(document: BaseModel) -> str:
    return json.dumps(document.model_dump(), ensure_ascii=False, indent=1) + "\n"


def _schema(kind: type[BaseModel]) -> str:
    dialect = "https://json-schema.org/draft/2020-12/schema"
    return json.dumps({"$schema": dialect, **kind.model_json_schema()}, indent=1) + "\n"
