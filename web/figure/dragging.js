// dragging.js — a press that may become a drag: where it is, from its beginning to its end.

/**
 * @param {HTMLElement | SVGElement} element
 * @param {(x: number, event: PointerEvent) => void} onPlace x: CSS px from the element's left; called at the press, and with every move until it ends
 */
export function onDrag(element, onPlace) {
  let isDragging = false;
  const place = (/** @type {PointerEvent} */ event) => onPlace(event.clientX - element.getBoundingClientRect().left, event);
  element.addEventListener("pointerdown", (event) => {
    const press = /** @type {PointerEvent} */ (event);
    if (press.button !== 0) return;
    isDragging = true;
    element.setPointerCapture(press.pointerId);
    place(press);
  });
  element.addEventListener("pointermove", (event) => { if (isDragging) place(/** @type {PointerEvent} */ (event)); });
  for (const name of ["pointerup", "pointercancel"]) element.addEventListener(name, () => { isDragging = false; });
}
