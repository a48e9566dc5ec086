/** How dependency-cruiser finds what the mini-program's build calls `@/…`; in the form it takes, webpack's. */
const path = require('node:path');

module.exports = { resolve: { alias: { '@': path.resolve(__dirname, '../../miniapp/src') } } };
