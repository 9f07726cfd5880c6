"""How much is taken: known before a body is read, and kept while it is."""

from django.core.files.uploadhandler import FileUploadHandler, SkipFile

from inspections.importing.extract import MAX_FILE_BYTES
from inspections.importing.staging import MAX_FILES, clean_name

# The parts of a form around its files are small.
MAX_REQUEST_BYTES = MAX_FILES * MAX_FILE_BYTES + 1_000_000


class LimitedUpload(FileUploadHandler):
    """Stops a file at the limit, and passes over those that are too many. What is left out is named, never stored."""

    def __init__(self, request=None):
        super().__init__(request)
        self.too_large = []
        self.too_many = []
        self._files = 0
        self._bytes = 0

    def new_file(self, *arguments, **options):
        super().new_file(*arguments, **options)
        self._bytes = 0
        self._files += 1
        if self._files > MAX_FILES:
            self.too_many.append(clean_name(self.file_name or ""))
            raise SkipFile

    def receive_data_chunk(self, raw_data, start):
        self._bytes += len(raw_data)
        if self._bytes > MAX_FILE_BYTES:
            self.too_large.append(clean_name(self.file_name or ""))
            raise SkipFile
        return raw_data

    def file_complete(self, file_size):
        return None

    @property
    def left_out(self):
        """What was not taken, as lines to show."""
        large = [f"{name} was left out: it is larger than {megabytes(MAX_FILE_BYTES)}." for name in self.too_large]
        return large + [f"{name} was left out: {MAX_FILES} files are taken at once." for name in self.too_many]


def megabytes(size):
    return f"{size / 1_000_000:.0f} MB"


def is_too_large(request):
    """Whether a request says that its body is larger than anything that would be taken."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return length.isdigit() and int(length) > MAX_REQUEST_BYTES
