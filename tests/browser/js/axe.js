// Runs axe-core and returns one readable text for each violation.
const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
const { violations, passes } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
// A target inside a shadow root is a nested list. Without one, axe-core has checked an empty page.
const checkedShadowRoot = passes.some(({ nodes }) => nodes.some(({ target }) => target.some(Array.isArray)));
if (!checkedShadowRoot && violations.length === 0) throw new Error("axe-core did not check the widget's shadow root");
return violations.map(({ id, impact, help, helpUrl, nodes }) =>
  [`${id} (${impact}): ${help}; ${helpUrl}`]
    .concat(nodes.map((node) => `  ${node.target.flat().join(" >> ")}\n    ${node.html}\n    ${node.failureSummary.replaceAll("\n", "\n    ")}`))
    .join("\n"),
);
