/** Writes something like a name into the place to sign: with the mouse, on the phone with a finger. */
export async function sign(person) {
  const pad = person.page.getByRole('img', { name: /手写签名/ });
  await pad.scrollIntoViewIfNeeded();
  const { x, y, width, height } = await pad.boundingBox();
  const strokes = [
    [0.2, 0.3, 0.35, 0.7],
    [0.3, 0.25, 0.3, 0.8],
    [0.45, 0.35, 0.75, 0.6],
  ].map(([fromX, fromY, toX, toY]) =>
    points(fromX, fromY, toX, toY).map(([px, py]) => [x + px * width, y + py * height]),
  );
  for (const stroke of strokes) await (person.phone ? finger(person.page, stroke) : mouse(person.page, stroke));
  await person.page.getByRole('img', { name: '手写签名 已签名' }).waitFor();
}

function points(fromX, fromY, toX, toY) {
  return Array.from({ length: 9 }, (_, i) => {
    const part = i / 8;
    return [fromX + (toX - fromX) * part, fromY + (toY - fromY) * part + 0.08 * Math.sin(part * 6)];
  });
}

async function mouse(page, stroke) {
  await page.mouse.move(...stroke[0]);
  await page.mouse.down();
  for (const point of stroke) await page.mouse.move(...point);
  await page.mouse.up();
}

async function finger(page, stroke) {
  const session = await page.context().newCDPSession(page);
  const touch = (type, point) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: point ? [{ x: point[0], y: point[1] }] : [] });
  await touch('touchStart', stroke[0]);
  for (const point of stroke) await touch('touchMove', point);
  await touch('touchEnd');
  await session.detach();
}
