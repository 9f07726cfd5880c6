"""Sources: the documents that say something, paragraph by paragraph, and the citations that point into them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from inspections.models.history import tracked
from inspections.models.life import changed_in_drafts_only, source_stays_once_cited, stays_once_cited
from inspections.models.rules import check, choices_of, one_of, refuse_unless
from inspections.rows import FileForm, Origin, ParagraphRole, SectionKind

OF_PARAGRAPH = "SELECT source_id FROM inspections_section WHERE id IN (OLD.section_id, NEW.section_id)"
SECTION_CHOICES = choices_of(SectionKind)
ROLE_CHOICES = choices_of(ParagraphRole)
FORM_CHOICES = choices_of(FileForm)


class SourceKind(models.TextChoices):
    """What a document is; `rows.Origin` has the words a reader is told."""

    REPORT = "report", "report of the inspectorate"
    PRESS_RELEASE = "press_release", "press release of the inspectorate"
    PAGE = "page", "page of the inspectorate"
    PRESS = "press", "press report"
    TABLE = "table", "table of ratings"

    @property
    def origin(self) -> Origin:
        """What a reader is told of a value from such a document."""
        return ORIGINS[self]


ORIGINS = {
    SourceKind.REPORT: Origin.REPORT,
    SourceKind.PRESS_RELEASE: Origin.PRESS_RELEASE,
    SourceKind.PAGE: Origin.PAGE,
    SourceKind.TABLE: Origin.PAGE,
    SourceKind.PRESS: Origin.PRESS,
}


@tracked()
class Source(models.Model):
    """A document. Of a press report only title, address and value are kept, never its sentences."""

    key = models.SlugField(max_length=120, unique=True)
    kind = models.CharField(max_length=20, choices=SourceKind.choices)
    title = models.CharField(max_length=300)
    url = models.URLField(max_length=500, blank=True, verbose_name="address")
    added_at = models.DateTimeField(auto_now_add=True)
    added_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="sources"
    )

    class Meta:
        ordering = ["title"]
        constraints = [one_of("source", "kind", SourceKind.choices)]
        triggers = [source_stays_once_cited()]

    def __str__(self) -> str:
        return self.title


@tracked(exclude=["content"])
class SourceFile(models.Model):
    """The file a source was read from, byte for byte."""

    source = models.OneToOneField(Source, on_delete=models.CASCADE, related_name="file")
    name = models.CharField(max_length=255, help_text="The name it arrived with. Never used as a path.")
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.PositiveIntegerField(help_text="In bytes.")
    form = models.CharField(max_length=4, choices=FORM_CHOICES, default=FileForm.TEXT)
    content = models.BinaryField(editable=False)

    class Meta:
        ordering = ["name"]
        verbose_name = "source file"
        constraints = [
            check("sourcefile_sha256_is_hex", Q(sha256__regex=r"^[0-9a-f]{64}$"), "Not a SHA-256 in hexadecimal."),
            one_of("sourcefile", "form", FORM_CHOICES),
        ]
        triggers = [stays_once_cited("sourcefile", of="OLD.source_id, NEW.source_id")]

    def __str__(self) -> str:
        return self.name


@tracked()
class Section(models.Model):
    """A part of a source under one heading, in its order."""

    source = models.ForeignKey(Source, on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=20, choices=SECTION_CHOICES)
    title = models.CharField(max_length=200)
    anchor = models.CharField(max_length=200, blank=True, help_text="The id of its heading in a web page.")

    class Meta:
        ordering = ["source_id", "position"]
        default_related_name = "sections"
        constraints = [
            models.UniqueConstraint(fields=["source", "position"], name="section_position_once"),
            one_of("section", "kind", SECTION_CHOICES),
        ]
        triggers = [stays_once_cited("section", of="OLD.source_id, NEW.source_id")]

    def __str__(self) -> str:
        return self.title


@tracked()
class Paragraph(models.Model):
    """A paragraph, bullet, quotation or table row of a section, with the place where it stands in the file."""

    section = models.ForeignKey(Section, on_delete=models.CASCADE)
    position = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=20, choices=ROLE_CHOICES, default=ParagraphRole.PROSE)
    text = models.TextField()
    line_start = models.PositiveIntegerField(null=True, blank=True)
    line_end = models.PositiveIntegerField(null=True, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["section_id", "position"]
        default_related_name = "paragraphs"
        constraints = [
            models.UniqueConstraint(fields=["section", "position"], name="paragraph_position_once"),
            one_of("paragraph", "role", ROLE_CHOICES),
            check(
                "paragraph_lines_in_order",
                Q(line_start__isnull=True, line_end__isnull=True)
                | Q(line_start__isnull=False, line_end__isnull=False, line_end__gte=F("line_start")),
                "There are both lines or none, and the last is not before the first.",
            ),
        ]
        triggers = [stays_once_cited("paragraph", of=OF_PARAGRAPH)]

    def __str__(self) -> str:
        return self.text[:80]


class Basis(models.TextChoices):
    """How a value came to be held."""

    PUBLISHED = "published", "as published"
    STAFF = "staff", "entered by staff"


@tracked()
class Citation(models.Model):
    """Where a fact of an edition stands: source, section, paragraph, line or page, and the words.

    Its key is the public address of the fact (`/sources/<key>/`), kept from edition to edition. There is a quote,
    except for a row of a table of ratings, which gives the value and not the sentence.
    """

    edition = models.ForeignKey("inspections.Edition", on_delete=models.CASCADE)
    key = models.SlugField(max_length=150)
    basis = models.CharField(max_length=10, choices=Basis.choices, default=Basis.PUBLISHED)
    source = models.ForeignKey(Source, on_delete=models.PROTECT)
    section = models.ForeignKey(Section, on_delete=models.PROTECT, null=True, blank=True)
    paragraph = models.ForeignKey(Paragraph, on_delete=models.PROTECT, null=True, blank=True)
    line = models.PositiveIntegerField(null=True, blank=True)
    page = models.PositiveIntegerField(null=True, blank=True)
    quote = models.TextField(null=True, blank=True, help_text="The source's words.")  # noqa: DJ001 null is "not held"
    table = models.ForeignKey(
        Source,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="row_citations",
        help_text="The table of ratings whose row gives this value.",
    )
    row = models.PositiveIntegerField(null=True, blank=True, help_text="As a person counts: the header is row 1.")
    corrected_in = models.ForeignKey(
        "inspections.Release",
        on_delete=models.PROTECT,
        to_field="number",
        null=True,
        blank=True,
        editable=False,
        help_text="The last release that corrected the fact: by its number.",
    )

    class Meta:
        ordering = ["edition_id", "key"]
        default_related_name = "citations"
        constraints = [
            models.UniqueConstraint(fields=["edition", "key"], name="citation_key_once_in_edition"),
            one_of("citation", "basis", Basis.choices),
            check(
                "citation_table_with_row",
                Q(table__isnull=True, row__isnull=True) | Q(table__isnull=False, row__isnull=False),
                "A row is a row of a table.",
            ),
            check(
                "citation_quote_or_row",
                Q(quote__isnull=True, row__isnull=False) | Q(quote__isnull=False, row__isnull=True) & ~Q(quote=""),
                "A citation quotes its source, unless it is the row of a table of ratings.",
            ),
        ]
        triggers = [
            changed_in_drafts_only("citation", but="corrected_in_id"),
            refuse_unless(
                "citation_parts_of_one_source",
                condition="""
                    (NEW.section_id IS NULL OR EXISTS (
                        SELECT 1 FROM inspections_section section
                        WHERE section.id = NEW.section_id AND section.source_id = NEW.source_id))
                    AND (NEW.paragraph_id IS NULL OR EXISTS (
                        SELECT 1 FROM inspections_paragraph paragraph
                        WHERE paragraph.id = NEW.paragraph_id AND paragraph.section_id = NEW.section_id))
                """,
                message="Section and paragraph of a citation belong to its source",
            ),
            refuse_unless(
                "citation_press_not_quoted",
                condition="""
                    NEW.quote IS NULL OR EXISTS (
                        SELECT 1 FROM inspections_source source
                        WHERE source.id = NEW.source_id AND source.kind <> 'press')
                """,
                message="The sentences of the press are never copied: value, title and address only",
            ),
        ]

    def __str__(self) -> str:
        return self.key

    @property
    def origin(self) -> Origin:
        """Where the cited value came from. Needs `source` selected."""
        return Origin.STAFF if self.basis == Basis.STAFF else SourceKind(self.source.kind).origin
