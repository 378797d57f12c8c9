import { Estimate } from "./estimate.jsx";

export default function Page() {
  return (
    <main>
      <h1>A shop</h1>
      <Estimate>
        <p>Ask the shop.</p>
      </Estimate>
    </main>
  );
}
