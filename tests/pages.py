"""A page of HTML as a tree, to ask what it says rather than how it is marked up."""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = {"meta", "link", "img", "br", "hr", "input", "source", "area", "base", "col", "embed", "wbr"}
UNSAID = {"script", "style", "template"}


@dataclass(eq=False)
class Node:
    tag: str
    attributes: dict[str, str]
    children: list["Node | str"] = field(default_factory=list)

    def all(self, *tags: str, **attributes: str) -> list["Node"]:
        """The elements below of these names, in the order of the page. `class_` is one of the classes."""
        found = []
        for child in self.children:
            if isinstance(child, Node):
                if (not tags or child.tag in tags) and child.has(**attributes):
                    found.append(child)
                found += child.all(*tags, **attributes)
        return found

    def one(self, *tags: str, **attributes: str) -> "Node":
        (found,) = self.all(*tags, **attributes)
        return found

    def has(self, class_: str = "", **attributes: str) -> bool:
        if class_ and class_ not in self.attributes.get("class", "").split():
            return False
        return all(self.attributes.get(name) == value for name, value in attributes.items())

    def __getitem__(self, name: str) -> str:
        return self.attributes[name]

    @property
    def text(self) -> str:
        """What is said, the words hidden from sight included, with single spaces."""
        return " ".join(self._words().split())

    def _words(self) -> str:
        if self.tag in UNSAID:
            return ""
        return "".join(child if isinstance(child, str) else child._words() for child in self.children)


class _Builder(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.open = [Node("", {})]

    def handle_starttag(self, tag: str, attrs: list) -> None:
        node = Node(tag, {name: value or "" for name, value in attrs})
        self.open[-1].children.append(node)
        if tag not in VOID:
            self.open.append(node)

    def handle_startendtag(self, tag: str, attrs: list) -> None:
        self.open[-1].children.append(Node(tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        if self.open[-1].tag != tag:
            raise AssertionError(f"</{tag}> closes <{self.open[-1].tag}>")
        self.open.pop()

    def handle_data(self, data: str) -> None:
        self.open[-1].children.append(data)


def parsed(html: str) -> Node:
    """Raises AssertionError where elements are not closed in order."""
    builder = _Builder()
    builder.feed(html)
    builder.close()
    (root,) = builder.open
    return root


def table_rows(table: Node) -> list[list[str]]:
    """The words of the body's cells, row by row."""
    return [[cell.text for cell in row.all("th", "td")] for row in table.one("tbody").all("tr")]


def contents(page: Node) -> dict[str, str]:
    """The metadata of a page by name or property."""
    return {
        meta.attributes.get("property") or meta.attributes.get("name", ""): meta.attributes.get("content", "")
        for meta in page.all("meta")
    }


def drawing(chart: Node) -> Node:
    """The static drawing of a chart: the narrow one, where a wide one breaks its lines otherwise."""
    return chart.all("svg")[0]
