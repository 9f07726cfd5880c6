"""The report itself, stored: the file byte for byte, its sections, and every paragraph with its place."""

import hashlib
from dataclasses import dataclass

from django.contrib.auth.models import User

from inspections.importing.parsed import ParsedReport, Placed
from inspections.models import Basis, Citation, Edition, Paragraph, Section, Source, SourceFile, SourceKind
from inspections.rows import FileForm


@dataclass(frozen=True, kw_only=True)
class ReportFile:
    """A file as it arrived."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        return hashlib.sha256(self.content).hexdigest()


@dataclass(frozen=True, kw_only=True)
class StoredSource:
    """A stored report; `paragraphs` in the order of `ParsedReport.paragraphs`."""

    source: Source
    paragraphs: tuple[Paragraph, ...]

    def cite(self, edition: Edition, key: str, placed: Placed, quote: str) -> Citation:
        """A citation of the words at a place in this report."""
        paragraph = self.paragraphs[placed.paragraph]
        return Citation.objects.create(
            edition=edition,
            key=key,
            source=self.source,
            section=paragraph.section,
            paragraph=paragraph,
            line=placed.line,
            page=placed.page,
            quote=quote,
            basis=Basis.STAFF if placed.is_by_staff else Basis.PUBLISHED,
        )


def store_source(report: ParsedReport, file: ReportFile, *, key: str, by: User | None) -> StoredSource:
    """Store a report's file and text under a key, suffixed where the key is taken by an earlier file."""
    source = Source.objects.create(
        key=free_key(key), kind=SourceKind.REPORT, title=report.title.value, url=report.address, added_by=by
    )
    store_file(source, file, form=report.form)
    sections = Section.objects.bulk_create(
        Section(source=source, position=position, kind=section.kind.value, title=section.title, anchor=section.anchor)
        for position, section in enumerate(report.sections, start=1)
    )
    paragraphs = Paragraph.objects.bulk_create(
        Paragraph(
            section=stored,
            position=position,
            role=paragraph.role.value,
            text=paragraph.text,
            line_start=paragraph.line,
            line_end=paragraph.last_line,
            page=paragraph.page,
        )
        for stored, section in zip(sections, report.sections, strict=True)
        for position, paragraph in enumerate(section.paragraphs, start=1)
    )
    return StoredSource(source=source, paragraphs=tuple(paragraphs))


def free_key(key: str) -> str:
    """The key itself, or suffixed where an earlier source has it."""
    taken = set(Source.objects.filter(key__startswith=key).values_list("key", flat=True))
    candidate, suffix = key, 2
    while candidate in taken:
        candidate, suffix = f"{key}-{suffix}", suffix + 1
    return candidate


def store_file(source: Source, file: ReportFile, *, form: FileForm) -> SourceFile:
    """Keep a source's file byte for byte."""
    return SourceFile.objects.create(
        source=source, name=file.name, sha256=file.sha256, size=len(file.content), content=file.content, form=form.value
    )
