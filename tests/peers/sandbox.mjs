// The sandbox's control API, as a person in the demo server has it.

export function connect(base) {
  const call = async (method, path, body) => {
    const response = await fetch(`${base}/_sandbox${path}`, {
      method,
      headers: body === undefined ? {} : { 'Content-Type': 'application/json' },
      body: body === undefined ? undefined : JSON.stringify(body),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} /_sandbox${path}: ${response.status} ${text}`);
    return text === '' ? undefined : JSON.parse(text);
  };

  return {
    base,
    state: () => call('GET', '/state'),
    metrics: () => call('GET', '/metrics'),
    requests: (since = 0) => call('GET', `/requests?since=${since}`),
    messages: (channel, as, limit = 50) => call('GET', `/channels/${channel}/messages?as=${as}&limit=${limit}`),
    notifications: (as) => call('GET', `/notifications?as=${as}`),
    advance: (duration) => call('POST', '/clock', { advance: duration }),
    fault: (fault) => call('POST', '/faults', fault),
    mend: () => call('DELETE', '/faults'),
    as: (who) => {
      const verb = (name) => (body) => call('POST', `/as/${who}/${name}`, body);
      return {
        who,
        command: verb('command'), autocomplete: verb('autocomplete'), context: verb('context'),
        press: verb('press'), select: verb('select'), submit: verb('submit'),
        say: (channel, content, reply_to) => verb('message')({ channel, content, reply_to }),
        react: verb('react'), join: verb('join'), leave: verb('leave'),
      };
    },
  };
}
