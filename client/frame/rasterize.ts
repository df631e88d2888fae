/** Twice the size on screen, so that a picture stays sharp in a document. */
const SCALE = 2;

async function load(url: string): Promise<HTMLImageElement> {
  const image = new Image();
  image.src = url;
  await image.decode();
  return image;
}

/**
 * A drawing as a PNG file of twice its size.
 * @throws Error where the browser cannot draw it.
 */
export async function rasterize(drawing: SVGElement): Promise<Blob> {
  const source = new XMLSerializer().serializeToString(drawing);
  const image = await load(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(source)}`);
  const canvas = document.createElement('canvas');
  canvas.width = Number(drawing.getAttribute('width')) * SCALE;
  canvas.height = Number(drawing.getAttribute('height')) * SCALE;
  const context = canvas.getContext('2d');
  if (context === null) throw new Error('This browser cannot draw pictures.');
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob((blob) => {
      if (blob === null) reject(new Error('This browser cannot write PNG files.'));
      else resolve(blob);
    }, 'image/png');
  });
}
