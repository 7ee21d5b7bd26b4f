import { fromHex } from '../../../src/shared/bytes.ts'
import { filled, fixedDevice } from './parts.ts'

export const secrets = {
  key: filled(32, 0x0e),
  nextKey: filled(32, 0x1e),
  slip: fromHex('0000ffff12348001abcd'),
  sheet: fromHex('fedc0000800100ff0123456789abffff'),
}

/** Everybody who signs. The first founds the space; the third is removed; the fourth comes by the sheet. */
export const cast = {
  first: await fixedDevice(0x11, 0x12),
  second: await fixedDevice(0x21, 0x22),
  third: await fixedDevice(0x51, 0x52),
  fourth: await fixedDevice(0x61, 0x62),
  slip: await fixedDevice(0x31, 0x32),
  sheet: await fixedDevice(0x41, 0x42),
}

export const members = {
  first: '05'.repeat(16),
  second: '06'.repeat(16),
  third: '15'.repeat(16),
  fourth: '16'.repeat(16),
}
