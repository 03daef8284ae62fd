export default { signIn: '登录', account: '账号或工号', password: '密码' };
