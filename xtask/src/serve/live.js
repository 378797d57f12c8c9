/** In pages that `cargo xtask serve --watch` serves, and nowhere else: loads the page again when there is another build, and shows what is wrong with the source. */
const mine = new URL(import.meta.url).searchParams.get("build");

const shown = document.createElement("pre");
shown.id = "cotton-origin-watch";
shown.setAttribute("role", "alert");
// One by one: no policy on styles refuses that.
Object.assign(shown.style, { position: "fixed", inset: "0", margin: "0", padding: "24px", overflow: "auto", zIndex: "2147483647", background: "#2b1111", color: "#fff", font: "14px/1.5 monospace", whiteSpace: "pre-wrap" });

new EventSource("/cotton-origin-watch").addEventListener("message", ({ data }) => {
  const { build, problem } = JSON.parse(data);
  if (problem !== null) {
    shown.textContent = problem;
    document.body.append(shown);
  } else if (build !== mine) {
    location.reload();
  } else {
    shown.remove();
  }
});
