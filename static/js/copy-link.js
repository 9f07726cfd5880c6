// Buttons that copy the address of the page, with its filters, or of a part of it (data-copy-link holds the id).

// Without the filters that ask for nothing, which a form sends along.
export function addressOf(id, location) {
  const address = new URL(location.href);
  const asked = [...address.searchParams];
  if (asked.some(([, value]) => value === "")) {
    address.search = new URLSearchParams(asked.filter(([, value]) => value !== ""));
  }
  address.hash = id;
  return address.href;
}

async function copy(holder) {
  const status = holder.querySelector("[role=status]");
  try {
    await navigator.clipboard.writeText(addressOf(holder.dataset.copyLink, window.location));
    status.textContent = "Link copied";
  } catch {
    status.textContent = "The link could not be copied: copy it from the address bar";
    window.location.hash = holder.dataset.copyLink;
  }
}

export function offerCopyLinks(root) {
  if (!navigator.clipboard) {
    return;
  }
  for (const holder of root.querySelectorAll("[data-copy-link]")) {
    holder.querySelector("button").addEventListener("click", () => copy(holder));
    holder.hidden = false;
  }
}
