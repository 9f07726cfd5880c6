"""How much is taken: known before a body is read, and kept while it is."""

from django.core.files.uploadhandler import FileUploadHandler

from inspections.importing.extract import MAX_FILE_BYTES
from inspections.importing.staging import MAX_FILES, clean_name

FIELD = "files"
# The parts of a form around its files are small.
MAX_REQUEST_BYTES = MAX_FILES * MAX_FILE_BYTES + 1_000_000


class LimitedUpload(FileUploadHandler):
    """Stops storing a file at the limit, and those that are too many from the start. `left_out` says what and why.

    Such a file still arrives, cut short: `kept` takes it out. (Django's way to skip one closes another.)
    """

    def __init__(self, request=None):
        super().__init__(request)
        self.left_out = {}
        self._number = -1
        self._bytes = 0

    def new_file(self, *arguments, **options):
        super().new_file(*arguments, **options)
        if self.field_name != FIELD:
            return
        self._number, self._bytes = self._number + 1, 0
        if self._number >= MAX_FILES:
            self._leave_out(f"only {MAX_FILES} files are taken at once")

    def receive_data_chunk(self, raw_data, start):
        if self.field_name != FIELD:
            return None
        self._bytes += len(raw_data)
        if self._bytes > MAX_FILE_BYTES:
            self._leave_out(f"it is larger than {megabytes(MAX_FILE_BYTES)}")
        return None if self._number in self.left_out else raw_data

    def file_complete(self, file_size):
        return None

    def kept(self, files):
        """The files of the form, in their order, that have arrived whole."""
        return [file for number, file in enumerate(files.getlist(FIELD)) if number not in self.left_out]

    def _leave_out(self, reason):
        self.left_out.setdefault(self._number, f"Left out: {clean_name(self.file_name or '')}, {reason}.")


def megabytes(size):
    return f"{size / 1_000_000:.0f} MB"


def is_too_large(request):
    """Whether a request says that its body is larger than anything that would be taken."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdigit() and int(length) > MAX_REQUEST_BYTES
