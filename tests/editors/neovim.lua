-- STET=<program> nvim --headless --clean -c 'luafile neovim.lua': a session in Neovim's own client (0.7 or later).
local stet = os.getenv('STET')
local uv = vim.loop

local function fail(message)
  io.stderr:write(message .. '\n')
  vim.cmd('cquit 1')
end

local function expect(actual, expected, what)
  if not vim.deep_equal(actual, expected) then
    fail(what .. ': ' .. vim.inspect(actual) .. ' instead of ' .. vim.inspect(expected))
  end
end

--- Waits until the buffer has findings of just these rules.
local function expect_findings(rules, what)
  local found
  local came = vim.wait(10000, function()
    found = {}
    for _, diagnostic in ipairs(vim.diagnostic.get(0)) do
      table.insert(found, diagnostic.code or diagnostic.user_data.lsp.code)
    end
    return vim.deep_equal(found, rules)
  end, 20)
  if not came then
    fail(what .. ': ' .. vim.inspect(found) .. ' instead of ' .. vim.inspect(rules))
  end
end

local function request(client, method, params)
  local answer = client.request_sync(method, params, 10000, 0)
  if not answer or answer.err then
    fail(method .. ': ' .. vim.inspect(answer))
  end
  return answer.result
end

local function session()
  local folder = vim.fn.tempname()
  vim.fn.mkdir(folder, 'p')
  vim.cmd('edit ' .. folder .. '/article.md')
  vim.api.nvim_buf_set_lines(0, 0, -1, false, { '# Walking', '', 'Research suggests that walking eases worry.' })
  local id = vim.lsp.start_client({
    name = 'stet',
    cmd = { stet, 'lsp', '--no-config' },
    root_dir = folder,
    flags = { debounce_text_changes = 0 },
  })
  if not id then
    fail('the server does not start')
  end
  vim.lsp.buf_attach_client(0, id)
  expect_findings({ 'citation/unsourced-research' }, 'when opened')
  local client = vim.lsp.get_client_by_id(id)

  vim.api.nvim_win_set_cursor(0, { 3, 4 })
  local hover = request(client, 'textDocument/hover', vim.lsp.util.make_position_params(0, client.offset_encoding))
  if not hover.contents.value:find('Instead:', 1, true) then
    fail('hover: ' .. vim.inspect(hover))
  end

  local source = ' ([Singh, 2014](https://doi.org/10.1000/1))'
  vim.api.nvim_buf_set_text(0, 2, 42, 2, 42, { source })
  expect_findings({}, 'with a source')
  vim.api.nvim_buf_set_text(0, 2, 42, 2, 42 + #source, {})
  expect_findings({ 'citation/unsourced-research' }, 'without it again')

  local params = vim.lsp.util.make_range_params(0, client.offset_encoding)
  params.context = { diagnostics = {} }
  local actions = request(client, 'textDocument/codeAction', params)
  expect(actions[1].title, 'Let it stand: citation/unsourced-research', 'the first action')
  vim.lsp.util.apply_workspace_edit(actions[1].edit, client.offset_encoding)
  expect(vim.api.nvim_buf_get_lines(0, 2, 3, false), { '<!-- stet citation/unsourced-research: -->' }, 'the comment')
  expect_findings({ 'stet/suppression-without-reason' }, 'let stand without a reason')
  vim.api.nvim_buf_set_text(0, 2, 39, 2, 39, { 'quoted ' })
  expect_findings({}, 'let stand with a reason')

  client.stop()
  if not vim.wait(10000, function()
    return client.is_stopped()
  end, 20) then
    fail('the server does not stop')
  end
  io.stdout:write('the session in Neovim went as scripted\n')
  vim.cmd('qall!')
end

local timer = uv.new_timer()
timer:start(30000, 0, vim.schedule_wrap(function()
  fail('nothing came within 30 seconds')
end))
local went, fault = pcall(session)
if not went then
  fail(tostring(fault))
end
