import { register } from 'node:module'

// `server-only` throws wherever the web server's bundler did not replace it; here it stands for nothing, as there.
const hooks = `export const resolve = (specifier, context, next) =>
  specifier === 'server-only' ? { url: 'data:text/javascript,', shortCircuit: true } : next(specifier, context)`
register(`data:text/javascript,${encodeURIComponent(hooks)}`)
