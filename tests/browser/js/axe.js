// What does axe-core find, as one readable text a violation?
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const { violations, passes } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
// A target inside a shadow root is a list in the list; without one axe-core saw an empty page, and found nothing there.
const inside = passes.some(({ nodes }) => nodes.some(({ target }) => target.some(Array.isArray)));
if (!inside && violations.length === 0) throw new Error("axe-core did not look inside the widget");
return violations.map(({ id, impact, help, helpUrl, nodes }) =>
  [`${id} (${impact}): ${help}; ${helpUrl}`]
    .concat(nodes.map((node) => `  ${node.target.flat().join(" >> ")}\n    ${node.html}\n    ${node.failureSummary.replaceAll("\n", "\n    ")}`))
    .join("\n"),
);
