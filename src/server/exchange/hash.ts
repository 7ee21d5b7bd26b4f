import { fromHex, toHex } from '../../shared/bytes.ts'
import { sha256 } from '../../shared/hash.ts'

/** SHA-256 of what the hex stands for, as hex: the store holds challenges and tokens only so. */
export const hashOfHex = async (hex: string): Promise<string> => toHex(await sha256(fromHex(hex)))
