using System.Globalization;
using System.Net;
using Lianzhang.Core.Values;

namespace Lianzhang.Files;

/// <summary>
/// Values of settings, of which the environment has the first word and the file the second. Each that cannot be used is a fault that
/// says where it stands and what it may be.
/// </summary>
/// <param name="environment">The variables, without their prefix.</param>
/// <param name="path">The file, for faults.</param>
/// <param name="file">What stands in the file.</param>
internal sealed class SettingValues(IConfiguration environment, string path, IConfiguration file)
{
    public const string Prefix = "LIANZHANG_";

    private readonly List<Fault> faults = [];
    private readonly HashSet<string> known = new(StringComparer.OrdinalIgnoreCase);

    public IReadOnlyList<Fault> Faults => faults;

    /// <summary>A text, or null where nothing is set.</summary>
    public string? Text(string key)
    {
        known.Add(key);
        return Given(environment[key]) ?? Given(file[key]);
    }

    /// <summary>A whole number within a range.</summary>
    public int Number(string key, int otherwise, int least, int most)
    {
        if (Text(key) is not { } given)
            return otherwise;
        if (int.TryParse(given, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= least && number <= most)
            return number;
        Refuse(key, ($"“{given}”不可用，应为 {least} 到 {most} 的整数", $"'{given}' cannot be used; it must be a whole number from {least} to {most}"));
        return otherwise;
    }

    /// <summary>One of the names of an enumeration.</summary>
    public T Choice<T>(string key, T otherwise)
        where T : struct, Enum
    {
        if (Text(key) is not { } given)
            return otherwise;
        if (Enum.TryParse<T>(given, ignoreCase: true, out var chosen) && Enum.IsDefined(chosen))
            return chosen;
        var names = Enum.GetNames<T>();
        Refuse(key, ($"“{given}”不可用，应为 {string.Join("、", names)} 之一", $"'{given}' cannot be used; it must be one of {string.Join(", ", names)}"));
        return otherwise;
    }

    /// <summary>An address of the web.</summary>
    public Uri? Address(string key)
    {
        if (Text(key) is not { } given)
            return null;
        if (Uri.TryCreate(given, UriKind.Absolute, out var address) && address.Scheme is "http" or "https")
            return address;
        Refuse(key, ("不可用，应为 http 或 https 地址", "cannot be used; it must be an http or https address"));
        return null;
    }

    /// <summary>A secret: in the setting itself, or in a file that the setting with "File" behind its name says, as secrets are mounted.</summary>
    public string? Secret(string key)
    {
        if (Text($"{key}File") is not { } path)
            return Text(key);
        known.Add(key);
        if (File.Exists(path))
            return File.ReadAllText(path).TrimEnd();
        Refuse($"{key}File", ($"没有文件 {path}", $"there is no file {path}"));
        return null;
    }

    /// <summary>Networks, or single addresses, written as one text with commas or as a list.</summary>
    public IReadOnlyList<IPNetwork> Networks(string key)
    {
        var networks = new List<IPNetwork>();
        foreach (var given in List(key))
        {
            if (Network(given) is { PrefixLength: > 0 } network)
                networks.Add(network);
            else
                Refuse(key, ($"“{given}”不可用，应为反向代理的 IP 地址或网段，如 10.0.0.5 或 10.0.0.0/24，不能是所有地址", $"'{given}' cannot be used; it must be the address or network of a reverse proxy, such as 10.0.0.5 or 10.0.0.0/24, and not every address"));
        }

        return networks;
    }

    public void Refuse(string key, Text message) => faults.Add(new Fault(new Location(Place(key)), message));

    /// <summary>Adds a fault for each name that was not asked for: a setting that is misspelt would be no setting, and nobody would notice.</summary>
    public void RefuseUnknown()
    {
        var sections = known.Select(key => key.Split(':')[0]).ToHashSet(StringComparer.OrdinalIgnoreCase);
        // The environment is shared with others; only what begins as a section does is meant as a setting.
        var named = environment.AsEnumerable().Where(value => value.Value is not null && value.Key.Contains(':', StringComparison.Ordinal) && sections.Contains(value.Key.Split(':')[0]))
            .Concat(file.AsEnumerable().Where(value => value.Value is not null));
        foreach (var key in named.Select(value => value.Key).Where(key => !known.Contains(key)).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Ordinal))
            Refuse(key, ($"没有这项设置。可用的有：{string.Join("、", known)}", $"there is no such setting. There are: {string.Join(", ", known)}"));
    }

    private IEnumerable<string> List(string key)
    {
        if (Text(key) is { } together)
            return together.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        var source = environment.GetSection(key).GetChildren().Any() ? environment : file;
        var items = source.GetSection(key).GetChildren().ToList();
        known.UnionWith(items.Select(item => item.Path));
        return items.Select(item => item.Value ?? string.Empty);
    }

    private static IPNetwork? Network(string given) =>
        IPAddress.TryParse(given, out var address) ? new IPNetwork(address, address.GetAddressBytes().Length * 8)
        : IPNetwork.TryParse(given, out var network) ? network : null;

    private string Place(string key) => Given(environment[key]) is null && !environment.GetSection(key).GetChildren().Any()
        ? $"{path}: {key}"
        : $"{Prefix}{key.Replace(":", "__", StringComparison.Ordinal)}";

    private static string? Given(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
