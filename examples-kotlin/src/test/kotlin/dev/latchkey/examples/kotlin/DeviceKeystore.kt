package dev.latchkey.examples.kotlin

import android.security.keystore.KeyGenParameterSpec
import android.security.keystore.KeyProperties.PURPOSE_DECRYPT
import android.security.keystore.KeyProperties.PURPOSE_ENCRYPT
import java.io.InputStream
import java.io.OutputStream
import java.security.InvalidAlgorithmParameterException
import java.security.Key
import java.security.KeyStoreSpi
import java.security.Provider
import java.security.SecureRandom
import java.security.Security
import java.security.cert.Certificate
import java.security.spec.AlgorithmParameterSpec
import java.util.Collections
import java.util.Date
import java.util.Enumeration
import java.util.concurrent.ConcurrentHashMap
import javax.crypto.KeyGenerator
import javax.crypto.KeyGeneratorSpi
import javax.crypto.SecretKey

/** Behaves as the provider `AndroidKeyStore` of a device: keeps keys under their aliases, and gives none of them away. */
internal class DeviceKeystore {
    private val keys = ConcurrentHashMap<String, KeptKey>()
    private val provider = DeviceProvider(keys)

    fun install() {
        Security.addProvider(provider)
    }

    fun remove() = Security.removeProvider(provider.name)

    fun aliases(): Set<String> = keys.keys.toSet()

    fun forgetKeys() = keys.clear()
}

/** A key without bytes; only the device's cipher can use it. */
internal class KeptKey(@Transient val hidden: SecretKey) : SecretKey {
    override fun getAlgorithm(): String = "AES"

    override fun getFormat(): String? = null

    override fun getEncoded(): ByteArray? = null
}

private class DeviceProvider(keys: MutableMap<String, KeptKey>) : Provider("AndroidKeyStore", "1", "stays on the device") {
    init {
        add("KeyStore", "AndroidKeyStore", emptyMap()) { KeysByAlias(keys) }
        add("KeyGenerator", "AES", emptyMap()) { KeyMaker(keys) }
        add("Cipher", "AES/GCM/NoPadding", mapOf("SupportedKeyClasses" to KeptKey::class.java.name)) { DeviceCipher() }
    }

    private fun add(type: String, algorithm: String, attributes: Map<String, String>, make: () -> Any) =
        putService(object : Service(this, type, algorithm, type, emptyList(), attributes) {
            override fun newInstance(parameter: Any?): Any = make()

            override fun supportsParameter(parameter: Any?): Boolean = parameter is KeptKey
        })
}

private class KeyMaker(private val keys: MutableMap<String, KeptKey>) : KeyGeneratorSpi() {
    private var spec: KeyGenParameterSpec? = null

    override fun engineInit(random: SecureRandom?) = throw UnsupportedOperationException("A spec is needed.")

    override fun engineInit(size: Int, random: SecureRandom?) = engineInit(random)

    override fun engineInit(params: AlgorithmParameterSpec, random: SecureRandom?) {
        val wanted = params as? KeyGenParameterSpec ?: throw InvalidAlgorithmParameterException("No KeyGenParameterSpec.")
        if (wanted.purposes != (PURPOSE_ENCRYPT or PURPOSE_DECRYPT) ||
            wanted.blockModes != listOf("GCM") ||
            wanted.encryptionPaddings != listOf("NoPadding")
        ) {
            throw InvalidAlgorithmParameterException("That key would not do for AES/GCM/NoPadding, both ways.")
        }
        spec = wanted
    }

    override fun engineGenerateKey(): SecretKey {
        val wanted = checkNotNull(spec)
        val generator = KeyGenerator.getInstance("AES", "SunJCE").apply { init(wanted.keySize) }
        return KeptKey(generator.generateKey()).also { keys[wanted.keystoreAlias] = it }
    }
}

private class KeysByAlias(private val keys: MutableMap<String, KeptKey>) : KeyStoreSpi() {
    override fun engineLoad(stream: InputStream?, password: CharArray?) = require(stream == null)

    override fun engineGetKey(alias: String, password: CharArray?): Key? = keys[alias]

    override fun engineAliases(): Enumeration<String> = Collections.enumeration(keys.keys)

    override fun engineContainsAlias(alias: String): Boolean = alias in keys

    override fun engineSize(): Int = keys.size

    override fun engineIsKeyEntry(alias: String): Boolean = alias in keys

    override fun engineIsCertificateEntry(alias: String): Boolean = false

    override fun engineDeleteEntry(alias: String) {
        keys.remove(alias)
    }

    override fun engineGetCertificate(alias: String): Certificate? = null

    override fun engineGetCertificateChain(alias: String): Array<Certificate>? = null

    override fun engineGetCertificateAlias(certificate: Certificate): String? = null

    override fun engineGetCreationDate(alias: String): Date? = null

    override fun engineSetKeyEntry(alias: String, key: Key, password: CharArray?, chain: Array<Certificate>?) = refuse()

    override fun engineSetKeyEntry(alias: String, key: ByteArray, chain: Array<Certificate>?) = refuse()

    override fun engineSetCertificateEntry(alias: String, certificate: Certificate) = refuse()

    override fun engineStore(stream: OutputStream?, password: CharArray?) = refuse()

    private fun refuse(): Nothing = throw UnsupportedOperationException("Keys are made in the keystore.")
}
