import type { Kind } from './api';

/** Hands a file to the browser's downloads. */
export function download(name: string, content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  window.setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

export const TYPES: Record<Kind, string> = {
  bpmn: 'application/xml',
  dmn: 'application/xml',
  form: 'application/json',
};

export const kindOf = (file: string): Kind | undefined =>
  (['bpmn', 'dmn', 'form'] as const).find((kind) => file.toLowerCase().endsWith(`.${kind}`));

/** An SVG as a picture of points, twice as fine as it is drawn. */
export async function asPng(svg: string): Promise<Blob> {
  const image = new Image();
  const address = URL.createObjectURL(new Blob([svg], { type: 'image/svg+xml' }));
  try {
    await new Promise((done, failed) => {
      image.onload = done;
      image.onerror = failed;
      image.src = address;
    });
    const canvas = document.createElement('canvas');
    canvas.width = image.width * 2;
    canvas.height = image.height * 2;
    const pen = canvas.getContext('2d')!;
    pen.fillStyle = 'white';
    pen.fillRect(0, 0, canvas.width, canvas.height);
    pen.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((done, failed) =>
      canvas.toBlob((blob) => (blob ? done(blob) : failed(new Error('empty'))), 'image/png'),
    );
  } finally {
    URL.revokeObjectURL(address);
  }
}
