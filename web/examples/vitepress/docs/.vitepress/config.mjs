// config.mjs — VitePress. The files of dist/element are in docs/public/sluice.
export default {
  title: "Sluice in VitePress",
  head: [["script", { type: "module", src: "/sluice/sluice.js", "data-upgrade": "" }]],
  vue: { template: { compilerOptions: { isCustomElement: (tag) => tag.startsWith("sluice-") } } },
};
