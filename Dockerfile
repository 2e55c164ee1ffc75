# One image for every process of the service: web (the default), worker and the command line.
#   docker build -t faltbokning:0.1.0 .

# What the build needs stays behind in this stage.
FROM node:26-slim AS build
WORKDIR /build
COPY package.json package-lock.json .npmrc ./
# "npm install" honours the lock file. "npm ci" refuses it, as it leaves out the packages of other operating systems.
RUN npm install --no-audit --no-fund
COPY . .
RUN PATH="/build/node_modules/.bin:$PATH" node scripts/build.mjs

# The packages that run in production. The optional ones are the embedded PostgreSQL and a Node of the project's own,
# which an image has no use for.
FROM node:26-slim AS packages
WORKDIR /packages
COPY package.json package-lock.json .npmrc ./
RUN npm install --omit=dev --omit=optional --no-audit --no-fund

FROM node:26-slim
LABEL org.opencontainers.image.title="Fältbokning" \
      org.opencontainers.image.licenses="EUPL-1.2"
ENV NODE_ENV=production HOST=0.0.0.0 PORT=3000
# Stylesheet, fonts and the files of "data" are found from this folder.
WORKDIR /app
COPY --from=packages /packages/node_modules ./node_modules
COPY --from=build /build/dist ./dist
COPY data ./data
COPY package.json LICENSE NOTICE.md ./
# The files belong to root, and nothing is ever written to them.
USER node
EXPOSE 3000
HEALTHCHECK --interval=30s --timeout=5s --start-period=20s --retries=3 \
  CMD ["node", "-e", "fetch('http://127.0.0.1:' + process.env.PORT + '/livez').then(answer => process.exit(answer.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "dist/main.js"]
