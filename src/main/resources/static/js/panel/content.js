/**
 * What an announcement said at a position of the log, folded from its history: a correction replaces what it gives,
 * from its own position on. `earlier` are the contents before it, newest first.
 */
export function contentAt(history, position) {
  const contents = [];
  for (const { type, position: at, data } of history) {
    if (at <= position && /announcement\.(recorded|corrected)/.test(type)) {
      const { announcedOn, source, statements } = { ...contents[0], ...given(data) };
      contents.unshift({ announcedOn, source, statements });
    }
  }
  return { present: contents[0], earlier: contents.slice(1) };
}

/** The statement that an explanation means; for one that was corrected away, as it read before. */
export function statementOf({ present, earlier }, line) {
  const index = line.statement;
  if (line.reason !== 'corrected') {
    return present?.statements[index];
  }
  const before = earlier.map(({ statements }) => statements[index]).filter(Boolean);
  return before.find((each) => !line.amount || counted(each.amount) === line.amount) ?? before[0];
}

function counted(amount) {
  return amount?.value ?? amount?.max ?? null;
}

function given(data) {
  return Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
}
