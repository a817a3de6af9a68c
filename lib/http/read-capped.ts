/** The body's bytes, or undefined when there are more than the limit. Nothing beyond the limit is held. */
export const readCapped = async (request: Request, mostBytes: number): Promise<Uint8Array | undefined> => {
  if (Number(request.headers.get('content-length') ?? 0) > mostBytes) return undefined
  const reader = request.body?.getReader()
  if (!reader) return new Uint8Array()
  const chunks: Uint8Array[] = []
  let size = 0
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return Buffer.concat(chunks)
    size += value.length
    if (size > mostBytes) {
      await reader.cancel()
      return undefined
    }
    chunks.push(value)
  }
}
