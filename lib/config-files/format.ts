/** How a file is written, as far as it decides who reads it. */
export type Format =
  | 'docker-run'
  | 'dotenv'
  | 'javascript'
  | 'json'
  | 'php'
  | 'properties'
  | 'python'
  | 'yaml'

const byName: [RegExp, Format][] = [
  [/(?:^|[/\\.])env(?:\.[\w.-]+)?$/i, 'dotenv'],
  [/\.php$/i, 'php'],
  [/\.py$/i, 'python'],
  [/\.[cm]?[jt]sx?$/i, 'javascript'],
  [/\.jsonc?$/i, 'json'],
  [/\.ya?ml$/i, 'yaml'],
  [/\.properties$/i, 'properties'],
]

/** What only Python has. */
const python =
  /^\s*(?:from\s+\S+\s+import\b|import\s+[\w.]+\s*(?:as\s+\w+)?$|class\s+\w+.*:\s*(?:#.*)?$|def\s+\w+|os\.environ\b|\w+\s*:\s*\w+\s*=\s*["'])/m
const pythonValue =
  /^[ \t]*[\w.[\]"']+\s*=\s*(?:os\.(?:environ|getenv)|(?:decouple\.)?config\(|env(?:\.\w+)?\(|\{\s*$|\{\s*["']|dict\(|\w*\(\s*$|[rbfu]?"""|[rbu]["'])/
const quotedOrCode = /^\s*[\w.[\]"']+\s*=\s*(?:[rbfu]?["']|[\d{[(-]|(?:True|False|None)\b|[\w.]+[.([])/
const php =
  /^\s*(?:\$(?!env:)\w[^=\n]*=|return\s*(?:\[|array\b)|define\s*\(|putenv\s*\(|namespace\s+[\w\\]+;|use\s+[\w\\]+;)|["']\s*=>/m
const javascript =
  /^\s*(?:export\s+(?:default|const|let|var|class|enum|type|interface)\b|module\.exports\b|exports\.\w|(?:const|let|var)\s+[\w{[]|import\s.+\sfrom\s|import\s*["']|process\.env\.\w+\s*\??\??=[^=]|new\s+\w+\()/m
const insideOfObject =
  /^\s*["']?[\w-]+["']?\s*:\s*(?:["'`].*["'`]|[\w.]+\(.*\)|process\.env\.\w+.*|\d+|true|false)\s*,\s*(?:\/\/.*)?$/m
const yaml = /^---\s*$|^\s*-\s+\S|^\s*["']?[\w.-]+["']?:\s*(?:#.*)?$|^\s*["']?[\w.-]+["']?:\s+\S/
const equals = /^\s*(?:export\s+|set\s+)?["']?[\w.-]+["']?\s*=/
const dotted = /^\s*[a-z][\w-]*(?:\.[\w-]+)+\s*[=:]/im

/** Reads it off the text; a file's name decides where there is one that tells. */
export const formatOf = (text: string, name?: string): Format => {
  const named = name && byName.find(([pattern]) => pattern.test(name))?.[1]
  if (named) return named
  if (/^\s*<\?/.test(text)) return 'php'
  if (/\b(?:docker|podman|nerdctl)\s+(?:container\s+)?(?:run|create)\b/.test(text)) return 'docker-run'
  if (/^\s*(?:\{|\[(?!\w[\w .:-]*\]\s*$))/m.test(firstLine(text))) return 'json'
  if (php.test(text)) return 'php'
  if (javascript.test(text)) return 'javascript'
  if (python.test(text) || isPython(text)) return 'python'
  if (insideOfObject.test(text)) return 'javascript'
  const lines = text.split('\n').filter((line) => !/^\s*(?:[#;!].*|\/\/.*)?$/.test(line))
  const signed = lines.filter((line) => equals.test(line)).length
  if (lines.filter((line) => yaml.test(line)).length > signed) return 'yaml'
  if (dotted.test(text)) return 'properties'
  return 'dotenv'
}

/** A line of Python among plain ones is a value that went wrong; where all are so, it is Python. */
const isPython = (text: string): boolean => {
  const given = text.split('\n').filter((line) => equals.test(line))
  return (
    given.some((line) => pythonValue.test(line)) &&
    given.filter((line) => !quotedOrCode.test(line)).length * 2 < given.length
  )
}

const firstLine = (text: string): string =>
  text.split('\n').find((line) => /\S/.test(line) && !/^\s*\/[/*]/.test(line)) ?? ''
