/** The part of the drawing's canvas that moving and zooming need. */
export interface Movable {
  zoom(): number;
  zoom(scale: number | 'fit-viewport', center?: { x: number; y: number } | 'auto'): number;
  scroll(by: { dx: number; dy: number }): void;
}

export const LEAST = 0.2;
export const MOST = 4;
export const within = (scale: number): number => Math.min(MOST, Math.max(LEAST, scale));

const distance = (one: PointerEvent, other: PointerEvent): number =>
  Math.hypot(one.clientX - other.clientX, one.clientY - other.clientY);

/** One finger moves, two fingers zoom, Ctrl and the wheel zoom; a plain wheel keeps scrolling the page. */
export function addGestures(box: HTMLElement, canvas: Movable): () => void {
  const fingers = new Map<number, PointerEvent>();
  let spread = 0;

  const down = (event: PointerEvent): void => {
    if (event.pointerType === 'mouse') return;
    fingers.set(event.pointerId, event);
    const [one, other] = [...fingers.values()];
    if (one && other) spread = distance(one, other);
  };
  const move = (event: PointerEvent): void => {
    const before = fingers.get(event.pointerId);
    if (before === undefined) return;
    fingers.set(event.pointerId, event);
    const [one, other] = [...fingers.values()];
    if (one && other) {
      const now = distance(one, other);
      const frame = box.getBoundingClientRect();
      const center = {
        x: (one.clientX + other.clientX) / 2 - frame.left,
        y: (one.clientY + other.clientY) / 2 - frame.top,
      };
      if (spread > 0) canvas.zoom(within(canvas.zoom() * (now / spread)), center);
      spread = now;
    } else canvas.scroll({ dx: event.clientX - before.clientX, dy: event.clientY - before.clientY });
    event.preventDefault();
  };
  const up = (event: PointerEvent): void => void fingers.delete(event.pointerId);
  const wheel = (event: WheelEvent): void => {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const frame = box.getBoundingClientRect();
    const center = { x: event.clientX - frame.left, y: event.clientY - frame.top };
    canvas.zoom(within(canvas.zoom() * (event.deltaY < 0 ? 1.15 : 1 / 1.15)), center);
  };

  box.addEventListener('pointerdown', down);
  box.addEventListener('pointermove', move);
  box.addEventListener('pointerup', up);
  box.addEventListener('pointercancel', up);
  box.addEventListener('wheel', wheel, { passive: false });
  return () => {
    box.removeEventListener('pointerdown', down);
    box.removeEventListener('pointermove', move);
    box.removeEventListener('pointerup', up);
    box.removeEventListener('pointercancel', up);
    box.removeEventListener('wheel', wheel);
  };
}
