// docusaurus.config.js — Docusaurus. The files of dist/element are in static/sluice.
module.exports = {
  title: "Sluice in Docusaurus", url: "http://localhost", baseUrl: "/", onBrokenLinks: "throw",
  scripts: [{ src: "/sluice/sluice.js", type: "module", "data-upgrade": "" }],
  presets: [["classic", { docs: { routeBasePath: "/" }, blog: false }]],
};
