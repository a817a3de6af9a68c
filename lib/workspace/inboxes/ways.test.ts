import { describe, expect, test } from 'vitest'
import { readTracked } from '@/tests/repository'
import { caddyfile, nginxConf, waysTo } from './ways'

const place = { host: 'hooks.example.com', port: 4000 }

describe('samples for proxies', () => {
  const caddy = readTracked('docs/reach/Caddyfile')
  const nginx = readTracked('docs/reach/nginx.conf')

  test('are in the repository as the page shows them', () => {
    expect(caddy).toBe(caddyfile(place))
    expect(nginx).toBe(nginxConf(place))
  })

  /** What stands in the braces behind a word. */
  const block = (text: string, head: RegExp): string => {
    const start = text.search(head)
    expect(start).toBeGreaterThanOrEqual(0)
    const open = text.indexOf('{', start)
    let depth = 0
    for (let at = open; at < text.length; at += 1) {
      if (text[at] === '{') depth += 1
      if (text[at] === '}') depth -= 1
      if (depth === 0) return text.slice(open + 1, at)
    }
    throw new Error('Its braces do not balance')
  }
  const directives = (text: string) =>
    text
      .split('\n')
      .map((line) => line.trim().replace(/;$/, '').replace(/\s+/g, ' '))
      .filter((line) => line !== '' && !line.startsWith('#'))

  test('pass /hook on to the port for callbacks alone, the path as it came', () => {
    expect(directives(block(nginx, /location \^~ \/hook\//))).toContain('proxy_pass http://127.0.0.1:4000')
    expect(block(caddy, /handle \/hook\/\*/)).toContain('reverse_proxy 127.0.0.1:4000 {')
  })

  test('say who called in place of what the caller says', () => {
    const lines = directives(block(nginx, /location \^~ \/hook\//))
    expect(lines).toContain('proxy_set_header X-Forwarded-For $remote_addr')
    expect(lines).toContain('proxy_set_header Host $host')
    expect(caddy).toContain('header_up X-Forwarded-For {remote_host}')
    expect(`${nginx}${caddy}`).not.toContain('proxy_add_x_forwarded_for')
  })

  test('show nothing else, and log no path', () => {
    expect(directives(block(nginx, /location \/ /))).toEqual(['return 404'])
    expect(directives(block(caddy, /handle \{/))).toEqual(['respond 404'])
    expect(directives(nginx)).toContain('access_log off')
    expect(directives(caddy).some((line) => line.startsWith('log'))).toBe(false)
  })

  test('wait longer than any answer is held, and take what an inbox takes', () => {
    expect(nginx).toMatch(/proxy_read_timeout 75s/)
    expect(caddy).toMatch(/response_header_timeout 75s/)
    expect(nginx).toMatch(/client_max_body_size 2m/)
  })
})

test('every way leads to the port of this machine', () => {
  for (const { id, steps } of waysTo({ host: 'pay.example', port: 4321 })) {
    if (id === 'relay') continue
    const code = steps.map((step) => step.code ?? '').join('\n')
    expect([id, code.includes('4321')]).toEqual([id, true])
    expect(code).not.toMatch(/:(3000|4000)\b/)
  }
})
