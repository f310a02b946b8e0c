using System.CommandLine;
using Lianzhang.Storage;

namespace Lianzhang.Commands;

/// <summary>The option --store of every command that opens the store.</summary>
internal sealed class StoreOption : Option<string?>
{
    public const string Variable = "LIANZHANG_STORE";

    public StoreOption()
        : base("--store")
    {
        Description = $"数据库：sqlite:文件 或 postgres:连接字符串，默认取环境变量 {Variable}，再默认 {StoreAddress.Embedded} / the store; from {Variable} by default, else embedded";
        Validators.Add(result =>
        {
            var given = result.GetValueOrDefault<string?>() ?? Environment.GetEnvironmentVariable(Variable);
            if (given is not null && !StoreAddress.TryParse(given, out _))
                result.AddError($"--store: 应为 sqlite:文件 或 postgres:连接字符串 / must be sqlite:FILE or postgres:CONNECTION STRING");
        });
    }

    public StoreAddress Read(ParseResult parsed) =>
        StoreAddress.TryParse(parsed.GetValue(this) ?? Environment.GetEnvironmentVariable(Variable), out var address) ? address : StoreAddress.Embedded;
}

/// <summary>The option --urls of the commands that serve.</summary>
internal sealed class UrlsOption : Option<string>
{
    public UrlsOption()
        : base("--urls")
    {
        Description = "监听地址 / addresses to listen on";
        DefaultValueFactory = _ => "http://localhost:5080";
    }
}

/// <summary>The option --keys of the commands that write or check the record of actions.</summary>
internal sealed class KeysOption : Option<string>
{
    public const string Variable = "LIANZHANG_KEYS";

    public KeysOption()
        : base("--keys")
    {
        Description = $"存放操作记录密钥和签封的目录，须在数据库之外，默认取环境变量 {Variable}，再默认 data/keys / folder, outside the store, with the key and the heads of the record";
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) ?? "data/keys";
    }
}

/// <summary>The option --files of the commands that serve.</summary>
internal sealed class FilesOption : Option<string>
{
    public const string Variable = "LIANZHANG_FILES";

    public FilesOption()
        : base("--files")
    {
        Description = $"存放附件的目录，多个进程共用一个，默认取环境变量 {Variable}，再默认 data/files / folder with the files that people hand in, shared by all processes";
        DefaultValueFactory = _ => Environment.GetEnvironmentVariable(Variable) ?? "data/files";
    }
}
