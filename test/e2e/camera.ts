import { encodeQR } from 'qr'

const [width, height] = [640, 480]
const light = 235
const dark = 16

/** A film of one picture that shows a code, as Chromium takes it for what the camera sees (YUV4MPEG2). */
export function filmOf(text: string): Buffer {
  const rows = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const size = Math.floor(height / rows.length)
  const left = Math.floor((width - size * rows.length) / 2)
  const picture = Buffer.alloc((width * height * 3) / 2, 128)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1)
      picture[y * width + x] = rows[Math.floor(y / size)]?.[Math.floor((x - left) / size)] ? dark : light
  return Buffer.concat([
    Buffer.from(`YUV4MPEG2 W${width} H${height} F25:1 Ip A1:1 C420jpeg\nFRAME\n`),
    picture,
  ])
}
