import { randomBytes, scrypt, timingSafeEqual } from 'node:crypto'

// N=2^15 takes about 77 ms on a small machine: slow for a guesser, unnoticed by a person.
const cost = { N: 2 ** 15, r: 8, p: 1 }
const keyBytes = 32
const saltBytes = 16

type Cost = typeof cost

const derive = (password: string, salt: Buffer, { N, r, p }: Cost): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    // Node's default ceiling is just below what N=2^15 needs.
    scrypt(password.normalize('NFKC'), salt, keyBytes, { N, r, p, maxmem: 256 * N * r }, (error, key) =>
      error ? reject(error) : resolve(key),
    )
  })

/** `scrypt$N$r$p$salt$key`: the parameters travel with the hash, so they can grow later. */
export const hashPassword = async (password: string): Promise<string> => {
  const salt = randomBytes(saltBytes)
  const key = await derive(password, salt, cost)
  return ['scrypt', cost.N, cost.r, cost.p, salt.toString('base64url'), key.toString('base64url')].join('$')
}

/** A hash of nothing anyone knows: checking against it takes as long as a real check. */
const decoy = `scrypt$${cost.N}$${cost.r}$${cost.p}$${'A'.repeat(22)}$${'A'.repeat(43)}`

/** With a null hash it takes the same time and answers false. */
export const isPassword = async (password: string, hash: string | null): Promise<boolean> => {
  const [scheme, n, r, p, salt, key] = (hash ?? decoy).split('$')
  if (scheme !== 'scrypt' || !salt || !key) return false
  const expected = Buffer.from(key, 'base64url')
  const actual = await derive(password, Buffer.from(salt, 'base64url'), {
    N: Number(n),
    r: Number(r),
    p: Number(p),
  })
  return expected.length === actual.length && timingSafeEqual(expected, actual) && hash !== null
}
