"use client";

import { useEffect, useState } from "react";
import { load } from "cotton-origin";
import "cotton-origin/element";

/** The button works once React has taken over what the server rendered. */
export function Estimate({ children }) {
  const [pressed, press] = useState(0);
  useEffect(() => void load().then((co) => (document.title = String(co.assess({}).cottonShare.central))), []);
  return (
    <>
      <button onClick={() => press(pressed + 1)}>Pressed {pressed}</button>
      <cotton-origin lang="en" theme={pressed > 0 ? "dark" : undefined}>
        {children}
      </cotton-origin>
    </>
  );
}
