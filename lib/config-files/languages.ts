import type { Tree } from '@lezer/common'
import { parser as javascriptParser } from '@lezer/javascript'
import { parser as phpParser } from '@lezer/php'
import { parser as pythonParser } from '@lezer/python'

export type Language = 'javascript' | 'php' | 'python'

const typescript = javascriptParser.configure({ dialect: 'ts jsx' })

const languages = {
  javascript: {
    title: 'JavaScript',
    parse: (source: string) => typescript.parse(source),
    /** An object, or the inside of one, is no program by itself. */
    whole: (text: string) => {
      if (/^\s*[{[]/.test(text)) return `(${text.trimEnd().replace(/;$/, '')}\n)`
      return isInside(text) ? `({${text}\n})` : text
    },
  },
  php: {
    title: 'PHP',
    parse: (source: string) => phpParser.parse(source),
    whole: (text: string) => {
      if (text.includes('<?')) return text
      return /^\s*\[|^\s*array\s*\(/.test(text)
        ? `<?php return ${text};`
        : /^\s*["'][^"']*["']\s*=>/.test(text)
          ? `<?php return [${text}\n];`
          : `<?php ${text}`
    },
  },
  python: {
    title: 'Python',
    parse: (source: string) => pythonParser.parse(source),
    whole: (text: string) => (/^\s*["'][^"']*["']\s*:/.test(text) ? `_ = {${text}\n}` : text),
  },
} as const

/** Members of an object without its braces: `key: 'value',` line by line. */
const isInside = (text: string): boolean =>
  text
    .split('\n')
    .filter((line) => !/^\s*(?:\/\/.*|\/?\*.*)?$/.test(line))
    .every((line) => /^\s*(?:["']?[\w-]+["']?\s*:|[}\]]|["'\d])/.test(line))

/** The tree, with the source that it speaks of: a fragment is given what makes it whole, on the same lines. */
export const parseCode = (
  text: string,
  language: Language,
): { tree: Tree; source: string; title: string } => {
  const { title, parse, whole } = languages[language]
  const source = whole(text)
  return { tree: parse(source), source, title }
}
