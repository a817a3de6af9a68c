import 'server-only'

/** A file to keep, which no browser runs as a page of ours. The name may hold anything: browsers get it whole, older clients in plain letters. */
export const download = ({
  name,
  contentType,
  body,
}: {
  name: string
  contentType: string
  body: string | Uint8Array<ArrayBuffer>
}): Response => {
  const plain = name.replace(/[^\w. ()-]/g, '_')
  const whole = encodeURIComponent(name).replace(/['()*]/g, (one) => `%${one.charCodeAt(0).toString(16)}`)
  return new Response(body, {
    headers: {
      'content-type': contentType,
      'content-disposition': `attachment; filename="${plain}"; filename*=UTF-8''${whole}`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-security-policy': "default-src 'none'; sandbox",
    },
  })
}
