export default { signIn: 'Sign in', account: 'Account or employee number', password: 'Password' };
