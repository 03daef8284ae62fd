/** A signature as it was drawn: lines of points, in the order of drawing. */
export interface Point {
  x: number;
  y: number;
}

export type Stroke = Point[];

export interface Frame {
  x: number;
  y: number;
  width: number;
  height: number;
}

/** Below this much ink it is a slip of the hand. */
const LEAST_LENGTH = 24;

export const lengthOf = (strokes: Stroke[]): number =>
  strokes.reduce(
    (sum, stroke) =>
      sum +
      stroke.slice(1).reduce((part, point, index) => {
        const before = stroke[index] ?? point;
        return part + Math.hypot(point.x - before.x, point.y - before.y);
      }, 0),
    0,
  );

export const isDrawn = (strokes: Stroke[]): boolean => lengthOf(strokes) >= LEAST_LENGTH;

/** What is around the ink, with a margin; null without ink. */
export function frameOf(strokes: Stroke[], margin: number): Frame | null {
  const points = strokes.flat();
  if (points.length === 0) return null;
  const xs = points.map((point) => point.x);
  const ys = points.map((point) => point.y);
  const x = Math.min(...xs) - margin;
  const y = Math.min(...ys) - margin;
  return { x, y, width: Math.max(...xs) + margin - x, height: Math.max(...ys) + margin - y };
}

/** Draws the lines, rounded where they turn. */
export function draw(context: CanvasRenderingContext2D, strokes: Stroke[], width: number): void {
  context.lineWidth = width;
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) {
    const [first, ...rest] = stroke;
    if (!first) continue;
    context.beginPath();
    context.moveTo(first.x, first.y);
    if (rest.length === 0) context.lineTo(first.x + 0.1, first.y);
    rest.forEach((point, index) => {
      const next = rest[index + 1];
      if (next) context.quadraticCurveTo(point.x, point.y, (point.x + next.x) / 2, (point.y + next.y) / 2);
      else context.lineTo(point.x, point.y);
    });
    context.stroke();
  }
}

const INK_WIDTH = 2.6;
const MARGIN = 8;
const MOST_WIDTH = 900;

/** The ink alone, as a picture to keep: cut to its frame, on nothing. */
export async function picture(strokes: Stroke[], ink: string): Promise<File> {
  const frame = frameOf(strokes, MARGIN);
  if (frame === null) throw new Error('nothing drawn');
  const scale = Math.min(2, MOST_WIDTH / frame.width);
  const canvas = document.createElement('canvas');
  canvas.width = Math.ceil(frame.width * scale);
  canvas.height = Math.ceil(frame.height * scale);
  const context = canvas.getContext('2d');
  if (!context) throw new Error('no canvas');
  context.strokeStyle = ink;
  context.setTransform(scale, 0, 0, scale, -frame.x * scale, -frame.y * scale);
  draw(context, strokes, INK_WIDTH);
  const blob = await new Promise<Blob | null>((done) => canvas.toBlob(done, 'image/png'));
  if (!blob) throw new Error('no picture');
  return new File([blob], 'signature.png', { type: 'image/png' });
}

export { INK_WIDTH };
