"""From a read report to a draft edition: `record` is the one write, the other rooms write what it is made of."""
